// Opens the press row: ten small newspapers on loopback, of different make, with faults. Same bytes at every start.
import type { Site } from '../schemas/site.ts';
import { type Edition, type Piece, readPieces } from './articles.ts';
import { type PressManifest, manifestOf } from './manifest.ts';
import type { Issue, Paper } from './paper.ts';
import { PAPERS } from './papers.ts';
import { type Stand, type Tally, openStand } from './server.ts';

export type PressOptions = {
  /** Port of the first newspaper, the others follow; 0 takes free ports. */
  basePort: number;
  edition?: Edition;
};

export type Press = {
  /** Entries for the source list, one a newspaper, ports filled in. */
  sites: Site[];
  /**
   * What a perfect crawl of the present edition finds; after advance(), what one that has read both editions
   * holds. `browser: false`: on a machine without a Chromium.
   */
  manifest(options?: { browser?: boolean }): PressManifest;
  /** Prints the second edition. `at` is the moment that feeds and sitemaps give for its changes, ISO 8601. */
  advance(at?: string): void;
  /** What was asked so far, an address a row. */
  requests(): Tally[];
  /** How one newspaper was treated. */
  stand(site: string): Pick<Stand, 'peak' | 'shortestGap'>;
  close(): Promise<void>;
};

const HOST = '127.0.0.1';
/** Fixed, so that two starts give the same bytes. */
const SECOND_EDITION = '2026-02-20T03:00:00Z';

type Open = { paper: Paper; origin: string; issue: Issue; stand: Stand };

/** Opens one newspaper and prints its edition once its port is known. */
async function openPaper(
  paper: Paper,
  port: number,
  print: (paper: Paper, origin: string) => Issue,
): Promise<Open> {
  const open: { issue: Issue | null } = { issue: null };
  const present = (): Issue => {
    if (open.issue === null) throw new Error(`${paper.id} was asked before it was printed`);
    return open.issue;
  };
  const { port: taken, stand } = await openStand(paper, present, { port, host: HOST });
  const origin = `http://${HOST}:${taken}`;
  return Object.assign(open, { paper, origin, stand, issue: print(paper, origin) });
}

function printer(edition: Edition, editedAt: string): (paper: Paper, origin: string) => Issue {
  const pieces = readPieces(edition);
  const kept = new Set(pieces.map(({ id }) => id));
  const removed = edition === 1 ? [] : readPieces(1).filter(({ id }) => !kept.has(id));
  return (paper, origin) => {
    const own = (piece: Piece): boolean => piece.paper === paper.id;
    return { origin, edition, editedAt, pieces: pieces.filter(own), removed: removed.filter(own) };
  };
}

/** Starts every newspaper of the row. Rejects, with none left open, where a port is taken. */
export async function startPress({ basePort, edition = 1 }: PressOptions): Promise<Press> {
  const row: Open[] = [];
  let readBefore = false;
  const close = async (): Promise<void> => {
    await Promise.all(row.map(({ stand }) => stand.close()));
  };
  const print = printer(edition, SECOND_EDITION);
  try {
    for (const [index, paper] of PAPERS.entries()) {
      row.push(await openPaper(paper, basePort === 0 ? 0 : basePort + index, print));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    sites: row.map(({ paper, origin }) => paper.site(origin)),
    manifest: ({ browser = true } = {}) => manifestOf(row, { browser, readBefore }),
    advance: (at = SECOND_EDITION) => {
      readBefore ||= edition === 1;
      const reprint = printer(2, at);
      for (const open of row) open.issue = reprint(open.paper, open.origin);
    },
    requests: () => row.flatMap(({ stand }) => stand.tallies()),
    stand: (site) => {
      const open = row.find(({ paper }) => paper.id === site);
      if (open === undefined) throw new Error(`the press row has no newspaper '${site}'`);
      return open.stand;
    },
    close,
  };
}
