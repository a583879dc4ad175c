// Golden pages: a page as it was served and the reading that a person has confirmed, in a folder for each source.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Hints, Sample } from '../crawlers/try/report.ts';
import { DatedMoment, type Extracted } from '../schemas/article.ts';
import { FoundBy, type Page } from '../schemas/page.ts';
import { Site } from '../schemas/site.ts';

/** What must stay as it was read; scores and methods may change. */
const Reading = z.strictObject({
  kind: z.string(),
  title: z.string(),
  published: DatedMoment.omit({ confidence: true }).nullable(),
  authors: z.array(z.string()),
  advertorial: z.boolean(),
  partUrls: z.array(z.string()),
  /** Of the text, one a line: so that a person can read them and a change shows where it is. */
  paragraphs: z.array(z.string()),
});
type Reading = z.infer<typeof Reading>;

const Meta = z.strictObject({
  url: z.string(),
  finalUrl: z.string(),
  fetchedAt: z.iso.datetime(),
  status: z.int(),
  via: z.enum(['http', 'browser']),
  /** Only those that reading depends on. */
  headers: z.record(z.string(), z.string()),
  hints: z.strictObject({
    title: z.string().nullable(),
    published: z.string().nullable(),
    foundBy: FoundBy,
  }),
  expected: Reading,
});

export type Golden = {
  /** '<id>/<day>-<slug>' */
  name: string;
  site: string;
  page: Page;
  hints: Hints;
  expected: Reading;
};

const HEADERS = new Set(['content-type', 'last-modified']);
const ENTRY = 'entry.json';

/** The part of a reading that is held against a golden page. */
export function readingOf(extracted: Extracted): Reading {
  const { kind, title, authors, advertorial, partUrls, text } = extracted;
  return {
    kind,
    title,
    published: momentOf(extracted.published),
    authors,
    advertorial,
    partUrls,
    paragraphs: text === '' ? [] : text.split('\n\n'),
  };
}

function momentOf(published: Extracted['published']): Reading['published'] {
  if (published === null) return null;
  const { confidence: _, ...moment } = published;
  return moment;
}

const SLUG = 60;
const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\.html?$/, '')
    .replaceAll(/[^\da-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** '2026-11-24-wali-kota-ingatkan-asn': pages of another day never take each other's place. */
function nameOf({ url, fetchedAt }: Page): string {
  const { pathname, search } = new URL(url);
  const whole = slugOf(pathname + search);
  const last = slugOf((pathname.split('/').findLast((part) => part !== '') ?? '') + search);
  return `${fetchedAt.slice(0, 10)}-${(whole.length <= SLUG ? whole : last).slice(0, SLUG).replace(/-$/, '')}`;
}

/** Saves samples of a source with the entry that read them; returns the names, in their order. */
export function saveGolden(dir: string, site: Site, samples: readonly Sample[]): string[] {
  const folder = join(dir, site.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ENTRY), `${JSON.stringify(site, null, 2)}\n`);
  return samples.flatMap(({ page, extracted, hints }) => {
    if (page === null || extracted === null) return [];
    const { url, finalUrl, fetchedAt, status, via, headers, body } = page;
    const kept = Object.entries(headers).filter(([name]) => HEADERS.has(name));
    const meta: z.infer<typeof Meta> = {
      url,
      finalUrl,
      fetchedAt,
      status,
      via,
      headers: Object.fromEntries(kept),
      hints,
      expected: readingOf(extracted),
    };
    const name = nameOf(page);
    writeFileSync(join(folder, `${name}.html.gz`), gzipSync(body));
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(meta, null, 2)}\n`);
    return [name];
  });
}

/** All golden pages below a folder. Throws, naming the file, where one cannot be read. */
export function loadGolden(dir: string): Golden[] {
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: site }) =>
    readdirSync(join(dir, site))
      .filter((file) => file.endsWith('.json') && file !== ENTRY)
      .sort()
      .map((file) => readOne(dir, site, file.slice(0, -'.json'.length))),
  );
}

function readOne(dir: string, site: string, stem: string): Golden {
  const file = join(dir, site, `${stem}.json`);
  const meta = Meta.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!meta.success) throw new Error(`${file}: ${z.prettifyError(meta.error)}`);
  const { hints, expected, ...rest } = meta.data;
  const body = new Uint8Array(gunzipSync(readFileSync(join(dir, site, `${stem}.html.gz`))));
  return { name: `${site}/${stem}`, site, page: { ...rest, id: 0, site, body }, hints, expected };
}

/** The entry that golden pages were recorded with, for a source that the list does not have. */
export function recordedEntry(dir: string, site: string): Site | null {
  const file = join(dir, site, ENTRY);
  return existsSync(file) ? Site.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
