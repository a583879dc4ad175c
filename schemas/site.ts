// What a source is: the shape of crawlers/sites/<id>.yaml.
import { z } from 'zod';
import { RegionCode } from './region.ts';

const HttpUrl = z.url({ protocol: /^https?$/, error: 'an http or https address' });
const Selector = z.string().min(1).describe('a CSS selector');

/** One way to find the addresses of articles. */
export const Discovery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feed'), url: HttpUrl.describe('RSS 2.0, RSS 1.0 or Atom') }),
  z.strictObject({
    kind: z.literal('sitemap'),
    url: HttpUrl.describe('sitemap, news sitemap or sitemap index, gzip or not'),
  }),
  z.strictObject({
    kind: z.literal('wordpress'),
    url: HttpUrl.describe('the posts route, for example https://x.id/wp-json/wp/v2/posts'),
  }),
  z.strictObject({
    kind: z.literal('listing'),
    url: HttpUrl.describe('a page that lists articles'),
    links: Selector.describe('selects the <a> of each article').default('a[href]'),
    next: Selector.describe('selects the <a> of the next listing page').optional(),
    pages: z.int().min(1).max(50).default(1).describe('listing pages read in one round'),
  }),
]);
export type Discovery = z.infer<typeof Discovery>;

export const PRESETS = [
  'wordpress',
  'blogger',
  'promedia',
  'disway',
  'tribun',
  'antara',
  'rmol',
  'generic',
] as const;

/** How to read the site's pages. Newest last; a block with `until` keeps pages of an older design readable. */
export const Extraction = z.strictObject({
  until: z.iso.date().optional().describe('last day (local) on which this block held'),
  preset: z.enum(PRESETS).optional().describe('a content management system with known markup'),
  body: Selector.optional(),
  title: Selector.optional(),
  date: Selector.optional(),
  author: Selector.optional(),
  drop: z.array(Selector).default([]).describe('parts of the body that are not the article'),
});
export type Extraction = z.infer<typeof Extraction>;

const Minutes = z
  .int()
  .min(5)
  .max(7 * 24 * 60);
const INTERVAL = 'minutes, or { min, max } in minutes, from 5 to 10080';

/** One number: always so. Bounds: in between, as the source's own rhythm asks for. */
export const Interval = z.union(
  [
    Minutes,
    z.strictObject({
      min: Minutes.default(15).describe('minutes'),
      max: Minutes.default(240).describe('minutes'),
    }),
  ],
  { error: INTERVAL },
);
export type Interval = z.infer<typeof Interval>;

export const Site = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
    .describe('equals the file name without .yaml'),
  name: z.string().min(1).describe('the masthead'),
  home: HttpUrl,
  hosts: z
    .array(z.string())
    .default([])
    .describe(
      'further hosts that carry its articles, besides that of home and its twins (www, m, mobile, wap, amp)',
    ),
  region: RegionCode.nullable().describe('where it reports from; null for a national source'),
  network: z.string().optional().describe('publishing group, for example Tribun or Disway'),
  discover: z.array(Discovery).min(1),
  extract: z.array(Extraction).default([]),
  include: z.string().optional().describe('regular expression that an article address matches'),
  exclude: z.string().optional().describe('regular expression that no article address matches'),
  browser: z.boolean().default(false).describe('pages need JavaScript: read through Chromium'),
  delay: z
    .number()
    .min(0)
    .default(2)
    .describe('seconds between requests to a host; Crawl-delay may raise it'),
  interval: Interval.default({ min: 15, max: 240 }).describe(
    "minutes between rounds: a number, or the bounds within which the source's own rhythm decides",
  ),
  cron: z.string().optional().describe("overrides interval, in the site's own time zone"),
  loopback: z
    .boolean()
    .default(false)
    .describe('allow private and loopback addresses and a delay under 1 s: tests and demo only'),
  verified: z.boolean().default(false).describe('a person has seen site try pass'),
  notes: z.string().optional(),
});
export type Site = z.infer<typeof Site>;
