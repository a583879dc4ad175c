// What a server saw of two processes → faults: two at once, too soon, one source read by both, an article twice.
import type { Visit } from '../crawlers/polite-server.ts';

export type Manners = {
  requests: number;
  /** Most requests under way at once at one host. */
  peak: number;
  /** Shortest time between two requests to one host, ms. */
  shortestGap: number;
  /** Requests of a process to a source that another had begun to read since it read the source's list itself. */
  crossed: string[];
  /** Addresses asked for more than once, with how often. */
  repeated: Record<string, number>;
  /** How often a source went from one process to another. */
  handovers: number;
};

const LIST = '/feed';
const NOT_ARTICLES = new Set([LIST, '/robots.txt']);

export function judgeManners(visits: readonly Visit[]): Manners {
  const hosts = [...Map.groupBy(visits, ({ host }) => host).values()];
  const articles = visits.filter(({ path }) => !NOT_ARTICLES.has(path));
  const counts = Map.groupBy(articles, ({ host, path }) => host + path);
  return {
    requests: visits.length,
    peak: Math.max(...visits.map(({ open }) => open)),
    shortestGap: shortestGapOf(visits),
    crossed: hosts.flatMap(crossings),
    repeated: Object.fromEntries(
      [...counts].filter(([, own]) => own.length > 1).map(([url, own]) => [url, own.length]),
    ),
    handovers: hosts.flatMap((own) => own.filter(({ who }, n) => n > 0 && who !== own[n - 1]?.who))
      .length,
  };
}

/** Shortest time between two requests of the same host, ms; `sends` in any order. */
export function shortestGapOf(sends: readonly { host: string; at: number }[]): number {
  const hosts = [...Map.groupBy(sends, ({ host }) => host).values()];
  const moments = hosts.map((own) => own.map(({ at }) => at).sort((a, b) => a - b));
  return Math.min(...moments.flatMap((own) => own.slice(1).map((at, n) => at - (own[n] ?? 0))));
}

/** Whoever reads a source begins with robots.txt or the list; until then it may ask for no article of it. */
function crossings(own: readonly Visit[]): string[] {
  let reader = '';
  const crossed: string[] = [];
  for (const { host, path, who } of own) {
    if (NOT_ARTICLES.has(path)) reader = who;
    else if (who !== reader) crossed.push(`${who} asked ${host}${path} while ${reader} read it`);
  }
  return crossed;
}
