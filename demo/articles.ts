// articles/*.jsonl → the articles as each newspaper prints them, in the first and the second edition.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RegionCode } from '../schemas/region.ts';

const FOLDER = join(import.meta.dirname, 'articles');

export type Edition = 1 | 2;

/** What a person says of the article: the labels that the manifest needs. */
const Labels = z.strictObject({
  relevant: z.boolean(),
  regions: z.array(RegionCode),
  primary: RegionCode.nullable(),
  advertorial: z.boolean(),
});

const printing = {
  /** 'p' and a number: orders the articles of one minute and numbers their addresses. */
  id: z.string().regex(/^p\d{4}$/),
  paper: z.string(),
  title: z.string().min(10),
  /** As printed, ISO 8601 with the offset of the paper; null where the page gives no date. */
  at: z.iso.datetime({ offset: true }).nullable(),
  author: z.string().nullable(),
  editor: z.string().nullable().default(null),
  section: z.string(),
  caption: z.string(),
  /** Initials after the last paragraph, such as '(adi/tan)'; not part of the text. */
  credit: z.string().nullable().default(null),
  /** First edition that carries it, and the last. */
  since: z.literal([1, 2]).default(1),
  until: z.literal([1, 2]).default(2),
};

const Original = z.strictObject({
  ...printing,
  /** Paragraphs separated by a blank line: word for word what a perfect extraction gives. */
  text: z.string().min(200),
  /** Paragraphs that are headings, by number from 0. */
  headings: z.array(z.int()).default([]),
  tags: z.array(z.string()).default([]),
  labels: Labels,
  /** Text of the second edition, where the newsroom changed it. */
  revised: z.string().optional(),
});

/** The same text in another newspaper, under its own title and byline. */
const Copy = z.strictObject({
  ...printing,
  copyOf: z.string(),
  /** Replaces the opening of the text, for example another dateline: [from, to]. */
  opening: z.tuple([z.string(), z.string()]).optional(),
  /** Paragraphs kept, where the copy is cut. */
  keep: z.int().min(3).optional(),
});

const Line = z.union([Original, Copy]);

/** One article in one newspaper. */
export type Piece = Omit<z.infer<typeof Original>, 'revised' | 'since' | 'until'> & {
  /** Id of the article whose text it carries; its own where it is the original. */
  story: string;
  paragraphs: string[];
  /** The second edition prints another text than the first. */
  edited: boolean;
};

function readLines(): z.infer<typeof Line>[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(join(FOLDER, name), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        if (line === '') return [];
        const parsed = Line.safeParse(JSON.parse(line));
        if (parsed.success) return [parsed.data];
        throw new Error(`demo/articles/${name}:${index + 1}: ${z.prettifyError(parsed.error)}`);
      }),
  );
}

function pieceOf(line: z.infer<typeof Original>, edition: Edition): Piece {
  const { revised, since: _since, until: _until, ...rest } = line;
  const edited = edition === 2 && revised !== undefined;
  const text = edited ? revised : line.text;
  return { ...rest, text, story: line.id, paragraphs: text.split('\n\n'), edited };
}

function copyOf(line: z.infer<typeof Copy>, original: Piece): Piece {
  const { copyOf: story, opening, keep, since: _since, until: _until, ...rest } = line;
  const first = original.paragraphs[0] ?? '';
  if (opening !== undefined && !first.startsWith(opening[0])) {
    throw new Error(`${line.id}: the text of ${story} does not open with '${opening[0]}'`);
  }
  const whole =
    opening === undefined
      ? original.paragraphs
      : [opening[1] + first.slice(opening[0].length), ...original.paragraphs.slice(1)];
  const paragraphs = whole.slice(0, keep ?? whole.length);
  const headings = original.headings.filter((number) => number < paragraphs.length);
  const { tags, labels } = original;
  return {
    ...rest,
    text: paragraphs.join('\n\n'),
    paragraphs,
    headings,
    tags,
    labels,
    story,
    edited: false,
  };
}

/** Every article of the edition, newest first; undated ones last. */
export function readPieces(edition: Edition): Piece[] {
  const lines = readLines();
  const originals = new Map<string, Piece>();
  for (const line of lines) {
    if ('text' in line) originals.set(line.id, pieceOf(line, edition));
  }
  const pieces = lines
    .filter((line) => line.since <= edition && line.until >= edition)
    .map((line) => {
      const story = 'text' in line ? line.id : line.copyOf;
      const original = originals.get(story);
      if (original === undefined) throw new Error(`${line.id}: there is no article ${story}`);
      return 'text' in line ? original : copyOf(line, original);
    });
  return pieces.sort((a, b) => momentOf(b) - momentOf(a) || b.id.localeCompare(a.id));
}

const momentOf = (piece: Piece): number => (piece.at === null ? 0 : Date.parse(piece.at));

/** 'Pose Jari Terlarang bagi ASN' → 'pose-jari-terlarang-bagi-asn', ten words at most. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .split('-')
    .slice(0, 10)
    .join('-');

/** 17 for 'p0017'. */
export const numberOf = (piece: { id: string }): number => Number(piece.id.slice(1));
