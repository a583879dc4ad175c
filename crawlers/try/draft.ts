// The address of a home page → the draft of an entry, for a trial of a site that no entry reads yet.
import type { Site } from '../../schemas/site.ts';
import { hostKey } from '../../pipeline/normalise/url.ts';

/** Sections, tags and searches: in every draft. */
const EXCLUDE = '/(tag|tags|category|kategori|author|topik|indeks|search|page)/';

/** The id of an entry for this address: its host, with the port where there is one, in hyphens. */
export const idOf = (home: URL): string =>
  hostKey(home)
    .toLowerCase()
    .replaceAll(/[^\da-z]+/g, '-');

/** An entry that knows nothing yet but the address. */
export function draftSite(address: URL, loopback: boolean): Site {
  const delay = loopback ? 0 : 2;
  return {
    id: idOf(address),
    name: hostKey(address),
    home: `${address.origin}/`,
    hosts: [],
    region: null,
    discover: [],
    extract: [],
    exclude: EXCLUDE,
    browser: false,
    delay,
    interval: { min: 15, max: 240 },
    loopback,
    verified: false,
  };
}

/** A site that was made of an address alone: what is found is adopted, there is nothing to compare with. */
export const isDraft = ({ discover }: Site): boolean => discover.length === 0;
