// Sample pages → the preset whose markup they carry: each one is tried on them, none is believed by name alone.
import { PRESETS, type Site } from '../../schemas/site.ts';
import { decodeXml } from '../discover/xml.ts';
import type { Read, Sample } from './report.ts';

type Preset = (typeof PRESETS)[number];

/** What the pages of such a system say of themselves; where several presets fit, the named one wins. */
const SIGNS: Partial<Record<Preset, RegExp>> = {
  wordpress: /\/wp-(?:content|includes|json)\/|content="WordPress/i,
  blogger: /blogger\.com|blogspot\.com/i,
  promedia: /promedia|class="read__content/i,
  disway: /disway/i,
  tribun: /tribunnews|class="[^"]*\btxt-article\b/i,
  antara: /antaranews|class="[^"]*wrap__article-detail/i,
  rmol: /rmol/i,
};

/** Share of the articles that a preset must read. */
const MOST = 0.6;
/** A preset that takes much less or more than the judge of blocks takes another box than the article. */
const LENGTHS = { least: 0.6, most: 1.6 };

/** The preset for these samples, which were read without one; null where none fits most of them. */
export function guessPreset(samples: readonly Sample[], read: Read, site: Site): Preset | null {
  const articles = samples.filter(({ outcome }) => outcome === 'article');
  const fits = PRESETS.map((preset) => {
    const entry: Site = { ...site, extract: [{ preset, drop: [] }] };
    return {
      preset,
      fitting: articles.filter((sample) => reads(sample, read, entry, preset)).length,
    };
  });
  const able = fits.filter(({ fitting }) => fitting > 0 && fitting >= articles.length * MOST);
  const named = able.find(({ preset }) => articles.some((sample) => shows(sample, preset)));
  if (named !== undefined) return named.preset;
  const most = Math.max(...able.map(({ fitting }) => fitting));
  // the same box often answers to several; without a sign the one that claims least is right
  return able.findLast(({ fitting }) => fitting === most)?.preset ?? null;
}

// oxlint-disable-next-line max-params -- the sample, how it is read, and what is expected
function reads(sample: Sample, read: Read, entry: Site, preset: Preset): boolean {
  if (sample.page === null) return false;
  const { method, text } = read(sample.page, sample.hints, entry);
  const ratio = text.length / Math.max(1, sample.characters);
  return method === `preset:${preset}` && ratio >= LENGTHS.least && ratio <= LENGTHS.most;
}

const shows = ({ page }: Sample, preset: Preset): boolean =>
  page !== null && SIGNS[preset]?.test(decodeXml(page.body, page.headers['content-type'])) === true;
