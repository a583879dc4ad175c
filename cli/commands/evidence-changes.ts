// An article → what its site changed, when it was last seen, and who elsewhere carries the old text.
import { type ArticleChanges, changesOf, type Piece } from '../../oversight/evidence/changes.ts';
import { openToRead } from '../deps.ts';
import { articleIn } from '../proving/article.ts';
import { print, table } from '../table.ts';

export function showChanges(article: string, options: { data: string; json?: boolean }): void {
  const { archive } = openToRead(options.data);
  try {
    const changes = changesOf(archive, articleIn(archive, article));
    if (changes === null) return;
    const { article: newest, ...rest } = changes;
    const { id, url, outlet } = newest;
    const value = { id, url, outlet, title: newest.extracted.title, ...rest };
    print(value, describe(changes), options.json);
  } finally {
    archive.close();
  }
}

function describe({ article, edits, gone, copies, versions }: ArticleChanges): string {
  const blocks = [
    `${article.extracted.title}\n${article.outlet} · ${article.url}`,
    table(
      ['version', 'at', 'what'],
      versions.map(({ version, at, what }) => [version, at, what]),
    ),
    ...edits.map(
      ({ from, version, at, title, text }) =>
        `Version ${from} → ${version}, seen ${at}:\n${wordsOf(title)}\n${wordsOf(text)}`,
    ),
    ...(edits.length === 0 ? ['Its site has not changed the text.'] : []),
    ...(gone === null
      ? []
      : [`Gone since ${gone.goneAt}; last seen ${gone.lastSeen ?? 'at an unknown time'}.`]),
    copies.length === 0
      ? 'No other article carries the same text.'
      : table(
          ['outlet', 'what was taken out', 'gone', 'address'],
          copies.map(({ outlet, carries, goneAt, url }) => [
            outlet,
            edits.length === 0 ? '' : CARRIES[carries],
            goneAt ?? '',
            url,
          ]),
        ),
  ];
  return blocks.join('\n\n');
}

const CARRIES = { all: 'still there', partly: 'partly there', none: 'not there' } as const;

const wordsOf = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join('');

const MARKS = {
  same: ['', ''],
  removed: ['[-', '-]'],
  added: ['{+', '+}'],
} as const satisfies Record<Piece['kind'], readonly [string, string]>;
