// A site's entry that has the right shape → what is still wrong with it.
import { compile } from 'css-select';
import { validateDetailed } from 'node-cron';
import type { Site } from '../schemas/site.ts';
import { isRefusedLiteral } from './address.ts';
import { patternFault } from './pattern.ts';

/** Where in the entry, as zod names it: ['discover', 0, 'url']. */
export type Path = readonly PropertyKey[];
export type Fault = { path: Path; message: string };

/** What the shape alone cannot tell. */
export function meaningFaults(
  site: Site,
  fileName: string,
  isRegion: (code: string) => boolean,
): Fault[] {
  const faults: Fault[] = [];
  const add = (path: Path, message: string | null): void => {
    if (message !== null) faults.push({ path, message });
  };
  const stem = fileName.replace(/\.ya?ml$/, '');
  if (site.id !== stem) add(['id'], `must equal the file name: ${stem}`);
  if (site.region !== null && !isRegion(site.region))
    add(['region'], `no region has the code ${site.region}`);
  for (const key of ['include', 'exclude'] as const) {
    const pattern = site[key];
    if (pattern !== undefined) add([key], patternFault(pattern));
  }
  if (typeof site.interval !== 'number' && site.interval.min > site.interval.max)
    add(['interval'], `min ${site.interval.min} is more than max ${site.interval.max}`);
  if (site.cron !== undefined) add(['cron'], cronFault(site.cron));
  if (!site.loopback && site.delay < 1) add(['delay'], 'under 1 s only with loopback: true');
  site.discover.forEach((entry, at) => {
    add(['discover', at, 'url'], placeFault(site, entry.url));
    if (entry.kind !== 'listing') return;
    add(['discover', at, 'links'], selectorFault(entry.links));
    add(['discover', at, 'next'], selectorFault(entry.next));
  });
  site.extract.forEach(({ body, title, date, author, drop }, at) => {
    for (const [key, selector] of Object.entries({ body, title, date, author })) {
      add(['extract', at, key], selectorFault(selector));
    }
    drop.forEach((selector, index) => add(['extract', at, 'drop', index], selectorFault(selector)));
  });
  add(['home'], placeFault(site, site.home));
  site.hosts.forEach((host, at) => add(['hosts', at], hostFault(host)));
  return faults;
}

const placeFault = ({ loopback }: Site, url: string): string | null =>
  !loopback && (isRefusedLiteral(new URL(url)) || new URL(url).hostname === 'localhost')
    ? 'a private address: only with loopback: true'
    : null;

const hostFault = (host: string): string | null =>
  URL.parse(`http://${host}/`)?.host === host
    ? null
    : 'a host name in lower case without scheme and path, as in m.natmed.id';

function cronFault(expression: string): string | null {
  const { valid, errors } = validateDetailed(expression);
  if (expression.trim().split(/\s+/).length !== 5)
    return 'five fields: minute hour day month weekday';
  return valid ? null : errors.map(({ message }) => message).join('; ');
}

function selectorFault(selector: string | undefined): string | null {
  if (selector === undefined) return null;
  try {
    compile(selector);
    return null;
  } catch (error) {
    return `no CSS selector: ${error instanceof Error ? error.message : String(error)}`;
  }
}
