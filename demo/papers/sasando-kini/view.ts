// Sasando Kini's server side: the empty shell that every address gets, and the JSON that the script asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { neighbours } from '../../clutter.ts';
import { longDate, printed } from '../../dates.ts';
import { markup } from '../../html.ts';
import type { Issue } from '../../paper.ts';

export const NAME = 'Sasando Kini';
export const SCRIPT = readFileSync(join(import.meta.dirname, 'app.js'), 'utf8');
export const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

const articleId = (piece: Piece): number => 70_000 + numberOf(piece);

/** '/baca/70123/judul-berita' */
export const permalink = (piece: Piece): string =>
  `/baca/${articleId(piece)}/${slugOf(piece.title)}`;

/** The same bytes for every address, as single-page applications are served. */
export const SHELL = markup`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${NAME}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="/assets/style-4f1c22.css" />
<script type="module" src="/assets/app-9d03be.js"></script>
</head>
<body><noscript>Aktifkan JavaScript untuk membaca ${NAME}.</noscript><div id="app"><div class="muat">Memuat…</div></div></body>
</html>
`.html;

const teaser = (piece: Piece): Record<string, unknown> => ({
  path: permalink(piece),
  title: piece.title,
  printedAt: longDate(piece.at ?? ''),
});

export const listJson = (issue: Issue): string => JSON.stringify(issue.pieces.map(teaser));

/** The article that the script asks for; null where the id is not of this issue. */
export function articleJson(id: string, issue: Issue): string | null {
  const piece = issue.pieces.find((candidate) => String(articleId(candidate)) === id);
  if (piece === undefined) return null;
  const at = piece.at ?? '';
  const [first, second] = neighbours(issue, piece, 2);
  return JSON.stringify({
    path: permalink(piece),
    title: piece.title,
    section: piece.section,
    author: piece.author,
    editor: piece.editor,
    publishedAt: at,
    printedAt: `${longDate(at)} ${printed(at).time} WITA`,
    image: `/assets/foto-${numberOf(piece)}.webp`,
    caption: piece.caption,
    credit: piece.credit,
    tags: piece.tags,
    blocks: piece.paragraphs.map((text, index) => ({
      kind: piece.headings.includes(index) ? 'heading' : 'paragraph',
      text,
    })),
    also: [
      null,
      first === undefined ? null : teaser(first),
      null,
      second === undefined ? null : teaser(second),
    ],
    popular: neighbours(issue, piece, 6, 5).map(teaser),
    related: neighbours(issue, piece, 6, 2).map(teaser),
  });
}
