// An archive in memory in which articles appear, change and go, grouped and told to watches as 'serve' does it.
import { type Archive, openArchive } from '../../../archive/open.ts';
import { placeOf } from '../../../cli/watching/place.ts';
import { followChanges as tellChanges } from '../../../oversight/alerts/follow.ts';
import type { Limits } from '../../../oversight/watches/match.ts';
import { GROUPS_CONSUMER, followChanges as group } from '../../../pipeline/group/follow.ts';
import type { Site } from '../../../schemas/site.ts';
import { type Alert, type Watch, channelKey } from '../../../schemas/watch.ts';
import {
  AT,
  by,
  candidate,
  content,
  extracted,
  later,
  page,
  site,
  tags,
} from '../../archive/make.ts';

type Piece = {
  outlet?: string;
  title?: string;
  text: string;
  day?: string | null;
  tags?: Parameters<typeof tags>[0];
};

export type Newsroom = {
  archive: Archive;
  /** Stores article `n`, or its next version; returns its id. */
  print: (n: number, piece: Piece) => string;
  remove: (n: number) => void;
  /** A minute in which nothing happens. */
  wait: () => void;
  /** Groups and tells what is new; the alerts of all watches so far, oldest first. */
  tell: () => Alert[];
};

const OUTLETS = ['natmed', 'lain', ...Array.from({ length: 40 }, (_, n) => `koran-${n}`)];

export function openNewsroom(
  watches: Watch[],
  {
    limits = null,
    now = () => AT,
    path = ':memory:',
  }: { limits?: Limits; now?: () => string; path?: string } = {},
): Newsroom {
  const archive = openArchive(path);
  const sites = OUTLETS.map((id): Site => site({ id, name: id, home: `https://${id}.test` }));
  archive.saveSites(sites, AT);
  for (const { id, ...rules } of watches) archive.alerts.saveWatch(id, rules, AT);
  for (const { id, channels } of watches)
    archive.alerts.keepChannels(id, channels.map(channelKey), AT);
  let minute = 0;
  return {
    archive,
    print: (n, piece) => {
      minute += 1;
      const outlet = piece.outlet ?? 'natmed';
      archive.addCandidates(outlet, [candidate(n)], later(minute));
      const body = Buffer.from(`${n} ${minute}`);
      const id = archive.savePage(page(n, { site: outlet, body, fetchedAt: later(minute) }));
      const { title = 'Camat diduga ajak warga', text, day = '2024-11-01' } = piece;
      const read = content(n, [id], {
        outlet: `${outlet}.test`,
        extracted: extracted({ title, text, published: null }),
        tags: tags({ coverage: 'dugaan', ...piece.tags }),
        localDay: day,
        textKey: text,
      });
      return archive.saveArticle(by(n, id), read, later(minute)).id;
    },
    wait: () => {
      minute += 1;
    },
    remove: (n) => {
      minute += 1;
      archive.markGone(candidate(n).url, 404, later(minute));
    },
    tell: () => {
      const grouping = group(archive, archive.groups);
      while (grouping.follow(50) > 0);
      const since = new Map(archive.alerts.watches().map((row) => [row.id, row.since]));
      const deps = {
        feed: archive,
        store: archive.alerts,
        place: placeOf(archive),
        watches: () => watches.map((watch) => ({ watch, since: since.get(watch.id) ?? 0, limits })),
        grouped: () => archive.cursor(GROUPS_CONSUMER),
        now,
      };
      while (tellChanges(deps, 50).changes > 0);
      return watches.flatMap(({ id }) =>
        archive.alerts
          .alertsOf(id, 1_000)
          .map(({ alert }) => alert)
          .reverse(),
      );
    },
  };
}
