// The dashboard on its port. Binds to the configured address, 127.0.0.1 unless set otherwise.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createDoor } from '../dashboards/access/door.ts';
import { isLoopbackAddress } from '../dashboards/access/hosts.ts';
import { accessMount } from '../dashboards/access/mount.ts';
import { api } from '../dashboards/api/api.ts';
import { casesMount } from '../dashboards/desk/cases.ts';
import { evidenceMount } from '../dashboards/desk/evidence.ts';
import { reviewMount } from '../dashboards/desk/review.ts';
import { watchesMount } from '../dashboards/desk/watches.ts';
import { machineMount } from '../dashboards/machine/mount.ts';
import { createDashboard } from '../dashboards/web/server.ts';
import type { Atlas } from '../dashboards/web/names.ts';
import type { Archive } from '../archive/open.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { accessOf } from './access.ts';
import { caseworkOf } from './casework.ts';
import { type Workplace } from './deps.ts';
import { openMachine } from './machine.ts';
import { regionNames } from './regions.ts';
import { openEvidenceDesk } from './proving/desk.ts';
import { openReviewDesk } from './reviewing/desk.ts';
import { openDesk } from './watching/desk.ts';
import { Failure, portTaken } from './failure.ts';
import { codeVersion, packageVersion } from './version.ts';
import { apiArchive } from './exports.ts';

export type Website = { address: string; close: () => Promise<void> };

/** The dashboard with all its parts behind the door; `peer` is the address of the other end of a connection. */
export function createWebsite(
  workplace: Workplace,
  knowledge: Knowledge,
  peer: (context: Context) => string = peerOf,
): Hono {
  const { archive, config, log } = workplace;
  const regions = regionNames(knowledge);
  const access = accessOf(archive);
  const version = packageVersion();
  const { publicRead } = config;
  const writing = hurried(archive);
  const door = createDoor({
    access,
    hosts: config,
    publicRead,
    chance: randomBytes,
    peer,
    writing,
  });
  const cases = caseworkOf(archive);
  const client = (context: Context): string => door.actor(context).from;
  return createDashboard({
    reports: archive.reports,
    regions,
    version,
    log,
    atlas: atlasOf(knowledge),
    today: () => jakartaDay(Date.now()),
    moment: (language) => jakartaMoment(language, Date.now()),
    viewer: door.viewer,
    formField: door.formField,
    writing,
    // Pages and routes of the other parts, a line each; the door comes first.
    mounts: [
      accessMount(door, access, regions),
      machineMount(openMachine(workplace, version, Date.now)),
      watchesMount(openDesk(workplace, knowledge), regions),
      reviewMount(openReviewDesk(workplace, knowledge), regions),
      casesMount(cases, regions),
      evidenceMount({
        desk: openEvidenceDesk(workplace, knowledge),
        cases,
        reports: archive.reports,
      }),
      api({ archive: apiArchive(archive), known: knowledge, client, now: Date.now, version, log }),
    ],
  });
}

/** Milliseconds that a form waits for another process, and everybody who reads with it. */
const FORM_WAITS = 2_000;

/** While a form is under way no writer of this process waits longer: what is left out is done at its next turn. */
function hurried({ patience }: Pick<Archive, 'patience'>) {
  let under = 0;
  return async (work: () => Promise<void>): Promise<void> => {
    under += 1;
    patience(FORM_WAITS);
    try {
      await work();
    } finally {
      under -= 1;
      if (under === 0) patience(null);
    }
  };
}

const atlasOf = ({ regions, elections, version }: Knowledge): Atlas => ({
  regions,
  elections,
  versions: { knowledge: version, code: codeVersion() },
});

/** Seven hours ahead of UTC. */
const jakartaDay = (now: number): string =>
  new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);

const jakartaMoment = (language: 'id' | 'en', now: number): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  }).format(now) + ' WIB';

const peerOf = (context: Context): string => getConnInfo(context).remote.address ?? 'unknown';

/** Megabytes of the archive held in memory for those who ask. */
const CACHE_MB = 32;

/** Starts the dashboard; throws Failure where the port is taken, or others could reach it and there are no accounts. */
export async function openWebsite(
  workplace: Workplace,
  knowledge: Knowledge,
  port: number = workplace.config.port,
): Promise<Website> {
  const { archive, config } = workplace;
  if (!isLoopbackAddress(config.host) && !archive.desk.accounts.anyEnabled())
    throw new Failure(openToOthers(config.host));
  archive.cache(CACHE_MB);
  const app = createWebsite(workplace, knowledge);
  const server = serve({ fetch: app.fetch, hostname: config.host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Failure(portTaken(port)) : error;
  }
  const { port: open } = server.address() as AddressInfo; // a TCP server has this shape of address
  return {
    address: `http://${config.host}:${open}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

const openToOthers = (host: string): string =>
  `host ${host} can be reached from other machines, and nobody has an account yet.
Add one first: npm run -s pantau -- account add NAME --role admin
Or set host back to 127.0.0.1.`;
