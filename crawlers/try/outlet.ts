// What knowledge and the home page tell of an outlet → the check 'region and owner'.
import type { Site } from '../../schemas/site.ts';
import { isDraft } from './draft.ts';
import { ok, warning, type Check, type OutletGuess } from './report.ts';

/** Holds the guess against the entry; a draft has no region yet. */
export function judgeOutlet(
  site: Site,
  { region, regionName, network, basis, seen }: OutletGuess,
  nameOf: (code: string) => string,
): Check {
  const name = 'region and owner';
  const owner = network === null || network === 'independent' ? '' : `; owner: ${network}`;
  const drafted = isDraft(site);
  if (basis === null) {
    if (!drafted) return ok(name, `${sayRegion(site.region, nameOf)} by the entry${owner}`);
    const next =
      'Look at Redaksi or Tentang Kami and write region: with its code; null for a national source.';
    return warning(
      name,
      `${seen === '' ? 'nothing tells where it reports from' : `not sure: ${seen}`}${owner}`,
      next,
    );
  }
  const guessed = region === null ? 'national' : `${region} ${regionName}`;
  if (drafted || region === site.region) return ok(name, `${guessed} (${basis})${owner}`);
  const within =
    region !== null &&
    site.region !== null &&
    (region.startsWith(site.region) || site.region.startsWith(region));
  if (within)
    return ok(
      name,
      `${sayRegion(site.region, nameOf)} by the entry; ${guessed} by the look of it (${basis})${owner}`,
    );
  return warning(
    name,
    `the entry says ${sayRegion(site.region, nameOf)}, it looks like ${guessed} (${basis})${owner}`,
    'Look at Redaksi or Tentang Kami; correct region: if the entry is wrong.',
  );
}

const sayRegion = (code: Site['region'], nameOf: (code: string) => string): string =>
  code === null ? 'national' : `${code} ${nameOf(code)}`;
