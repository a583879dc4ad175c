// An article in; what became of its text on its site, word by word, and who elsewhere still carries the old one, out.
import { diffWords } from 'diff';
import type { Article, VersionKind } from '../../schemas/article.ts';
import type { EvidenceArchive } from './ports.ts';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** From one text to the next, in order; `removed` and `added` pieces read together are an edit. */
export type Edit = { version: number; at: string; from: number; title: Piece[]; text: Piece[] };

export type Copy = {
  id: string;
  outlet: string;
  url: string;
  title: string;
  /** What it carries of all that was taken out. */
  carries: 'all' | 'partly' | 'none';
  goneAt: string | null;
};

export type ArticleChanges = {
  article: Article;
  versions: { version: number; at: string; what: VersionKind }[];
  /** Changes of title or text; a new reading of the same text is none. */
  edits: Edit[];
  /** Null while it can be read. `lastSeen`: the last time that it was there. */
  gone: { goneAt: string; lastSeen: string | null } | null;
  /** Other articles with its present or an earlier text. */
  copies: Copy[];
};

type Archive = Pick<EvidenceArchive, 'article' | 'articleVersion' | 'versions' | 'groups'> & {
  evidence: Pick<EvidenceArchive['evidence'], 'carriers' | 'lastSeen'>;
};

/** Null for an unknown article. */
export function changesOf(archive: Archive, id: string): ArticleChanges | null {
  const article = archive.article(id);
  if (article === null) return null;
  const versions = archive.versions(id);
  const texts = versionsOf(archive, id, versions);
  const edits = editsOf(texts);
  const { goneAt } = article;
  return {
    article,
    versions,
    edits,
    gone: goneAt === null ? null : { goneAt, lastSeen: archive.evidence.lastSeen(id) },
    copies: copiesOf(archive, texts, edits),
  };
}

type Version = { article: Article; at: string };

const versionsOf = (
  archive: Archive,
  id: string,
  versions: ArticleChanges['versions'],
): Version[] =>
  versions.flatMap(({ version, at }) => {
    const article = archive.articleVersion(id, version);
    return article === null ? [] : [{ article, at }];
  });

function editsOf(versions: readonly Version[]): Edit[] {
  return versions.slice(1).flatMap(({ article, at }, index) => {
    const before = versions[index]?.article;
    if (before === undefined) return [];
    const { title, text } = article.extracted;
    const old = before.extracted;
    if (title === old.title && text === old.text) return [];
    return [
      {
        version: article.version,
        at,
        from: before.version,
        title: wordDiff(old.title, title),
        text: wordDiff(old.text, text),
      },
    ];
  });
}

/** Two texts that have less in common are shown whole: comparing them takes seconds and helps nobody. */
const MOST_EDITS = 4000;

const wholly = (before: string, after: string): Piece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];

/** What was taken out and put in, by words; space alone is no change. */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffWords(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return wholly(before, after);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function copiesOf(archive: Archive, versions: readonly Version[], edits: readonly Edit[]): Copy[] {
  const newest = versions.at(-1)?.article;
  if (newest === undefined) return [];
  const keys = new Set(versions.map(({ article }) => article.textKey));
  const ids = new Set([...keys].flatMap((key) => archive.evidence.carriers(key, newest.id)));
  for (const id of [newest.id, ...ids]) {
    const group = archive.groups.textOf(id);
    for (const member of group === null ? [] : archive.groups.members(group)) ids.add(member);
  }
  ids.delete(newest.id);
  const takenOut = passagesOf(edits, newest.extracted.text);
  return [...ids].flatMap((id) => {
    const copy = archive.article(id);
    if (copy === null) return [];
    const { outlet, url, extracted, goneAt } = copy;
    const carries = carried(takenOut, extracted.text);
    return [{ id, outlet, url, title: extracted.title, carries, goneAt }];
  });
}

/** Words that stand alone say nothing of who carries a passage. */
const LEAST_WORDS = 3;

const wordsOf = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/**
 * Passages that were taken out and did not come back. Words lost one by one within a sentence are read with those around
 * them, so that 'camat' for 'oknum' is found too.
 */
function passagesOf(edits: readonly Edit[], now: string): string[] {
  const present = wordsOf(now);
  const passages = edits.flatMap(({ text }) =>
    text.flatMap((piece, index) => {
      if (piece.kind !== 'removed') return [];
      const near = (step: number): Piece | undefined => {
        const next = text[index + step];
        return next?.kind === 'added' ? text[index + step * 2] : next;
      };
      const before = near(-1)?.kind === 'same' ? lastWords(near(-1)?.text ?? '') : '';
      const after = near(1)?.kind === 'same' ? firstWords(near(1)?.text ?? '') : '';
      return [wordsOf(`${before} ${piece.text} ${after}`)];
    }),
  );
  return passages.filter(
    (passage) => passage.trim().split(' ').length >= LEAST_WORDS && !present.includes(passage),
  );
}

const AROUND = 2;
const lastWords = (text: string): string =>
  wordsOf(text).trim().split(' ').slice(-AROUND).join(' ');
const firstWords = (text: string): string =>
  wordsOf(text).trim().split(' ').slice(0, AROUND).join(' ');

function carried(passages: readonly string[], text: string): Copy['carries'] {
  if (passages.length === 0) return 'none';
  const words = wordsOf(text);
  const found = passages.filter((passage) => words.includes(passage)).length;
  if (found === 0) return 'none';
  return found === passages.length ? 'all' : 'partly';
}
