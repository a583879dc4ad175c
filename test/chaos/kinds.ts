// Everything that the hosts of the chaos press do wrong.
import { FAULTS } from '../crawlers/faults.ts';
import { INSTEAD } from './instead.ts';
import type { Kind } from './kind.ts';
import { WAYS_IN } from './ways-in.ts';

/** A good status brings a page of one line, which is no article, or leads to one. */
const readAs = (path: string): string =>
  /^\/(?:moved|chain)/.test(path) ? 'skipped alias' : 'skipped no-text';

/** A wrong answer to the fetch of one page. */
const ofPage = ([path, , ending]: (typeof FAULTS)[number]): Kind => ({
  name: `page: ${path.slice(1)}`,
  // A chain goes on to other paths of the table, in the end to a good article at /fine.
  routes: () =>
    Object.fromEntries(
      FAULTS.filter(([other]) => other !== '/fine').map(([other, its]) => [other, its]),
    ),
  listed: [path],
  ending: /^\d+$/.test(ending) ? readAs(path) : `failed fetch/${ending}`,
});

/** Every kind once, in a fixed order. */
export const KINDS: Kind[] = [
  ...FAULTS.filter(([path]) => path !== '/fine').map(ofPage),
  ...INSTEAD,
  ...WAYS_IN,
];

/** As many hosts that do nothing wrong: what these cost the others is the load, and no fault. */
export const GOOD_INSTEAD: Kind[] = KINDS.map((_, at) => ({
  name: `nothing wrong ${at + 1}`,
  routes: () => ({}),
  listed: ['/fine'],
  ending: 'kept',
}));
