// The make of a newspaper → the newspaper: its faults listed among its articles, its troubles put at their addresses.
import type { FoundBy } from '../schemas/page.ts';
import type { Discovery, PRESETS, Site } from '../schemas/site.ts';
import type { Piece } from './articles.ts';
import { type Fault, GONE, faultAnswer, faultBehaviour, faultEntry } from './faults.ts';
import type { Behaviour, Entry, Issue, Paper } from './paper.ts';

type PaperMake = Omit<Paper, 'behaviours' | 'entries' | 'site'> & {
  /** Where its lists stand. */
  sources: (origin: string) => Discovery[];
  /** The rest of its entry for the source list: `delay` in seconds, `interval` in minutes. */
  reading: Pick<Site, 'delay' | 'interval' | 'network'> & {
    preset: (typeof PRESETS)[number] | null;
  };
  /** Addresses of the articles and whatever else the paper lists, faults left out. */
  articles: (issue: Issue) => Entry[];
  /** Listed addresses with nothing good behind them, and the way in which they are listed. */
  faults: Fault[];
  faultsIn: FoundBy;
  /** Articles that come only after some trouble, by id. */
  troubles: Record<string, Behaviour>;
};

/** A newspaper from its make: its faults listed among its articles and served as promised. */
export function makePaper(parts: PaperMake): Paper {
  const { articles, faults, faultsIn, troubles, sources, reading, ...make } = parts;
  const { preset, ...pace } = reading;
  return {
    ...make,
    site: (origin) => ({
      id: make.id,
      name: make.name,
      home: `${origin}/`,
      hosts: [],
      region: make.region,
      discover: sources(origin),
      extract: preset === null ? [] : [{ preset, drop: [] }],
      browser: make.needsBrowser,
      loopback: true,
      verified: true,
      ...pace,
    }),
    entries: (issue) =>
      newestFirst([
        ...articles(issue),
        ...faults.map((fault) => faultEntry(fault, faultsIn)),
        ...issue.removed.map((piece) => removedEntry(piece, make.path(piece), faultsIn, issue)),
      ]),
    behaviours: (issue) => {
      const behaviours = new Map<string, Behaviour>();
      for (const [id, behaviour] of Object.entries(troubles)) {
        const piece = issue.pieces.find((candidate) => candidate.id === id);
        if (piece === undefined) throw new Error(`${make.id} has trouble with ${id}, not its own`);
        behaviours.set(make.path(piece), behaviour);
      }
      for (const fault of faults) {
        const behaviour = faultBehaviour(fault);
        if (behaviour !== null) behaviours.set(fault.path, behaviour);
      }
      return behaviours;
    },
    answer: (ask) => {
      const asked = ask.path + (ask.query.size === 0 ? '' : `?${ask.query.toString()}`);
      const removed = ask.issue.removed.some((piece) => make.path(piece) === asked);
      return removed ? GONE : (faultAnswer(faults, asked) ?? make.answer(ask));
    },
  };
}

/** A removed article is named once more, as just changed: sitemaps and feeds are slow to forget. */
const removedEntry = (piece: Piece, path: string, foundBy: FoundBy, issue: Issue): Entry => ({
  ...articleEntry(piece, path, [foundBy], issue),
  ending: { kind: 'failed', reason: 'status-410' },
  modified: issue.editedAt,
  removed: true,
});

/** The entry of an article under its own address. */
export const articleEntry = (
  piece: Piece,
  path: string,
  foundBy: FoundBy[],
  issue: Issue,
): Entry => ({
  path,
  foundBy,
  ending: { kind: 'kept' },
  piece,
  title: piece.title,
  at: piece.at,
  modified: piece.edited ? issue.editedAt : null,
  removed: false,
});

const moment = ({ at }: Entry): number => (at === null ? 0 : Date.parse(at));

export const newestFirst = (entries: Entry[]): Entry[] =>
  entries.sort((a, b) => moment(b) - moment(a));

/** Entries that discovery of this kind names. */
export const listedIn = (entries: Entry[], kind: FoundBy): Entry[] =>
  entries.filter((entry) => entry.foundBy.includes(kind));

/** The last change of anything listed: Last-Modified of a feed, sitemap or listing. */
export function lastChange(entries: Entry[]): string {
  const moments = entries.flatMap(({ at, modified }) => [at, modified]).filter((at) => at !== null);
  return moments.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a), '2014-01-01T00:00:00Z');
}
