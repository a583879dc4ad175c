// Values that the archive's tests store: whole and valid, each with what the test is about on top.
import type { Extracted } from '../../schemas/article.ts';
import type { Candidate, Page } from '../../schemas/page.ts';
import type { Site } from '../../schemas/site.ts';
import type { Tags } from '../../schemas/tag.ts';
import type { ArticleContent, ProcessedBy } from '../../archive/process-port.ts';

/** 09:00 on 1 November 2024 in Bontang (WITA). */
export const AT = '2024-11-01T01:00:00.000Z';

/** AT and some minutes. */
export const later = (minutes: number): string =>
  new Date(Date.parse(AT) + minutes * 60_000).toISOString();

export const address = (n: number | string): string => `https://natmed.test/artikel-${n}`;

export const site = (more: Partial<Site> = {}): Site => ({
  id: 'natmed',
  name: 'Natmed',
  home: 'https://natmed.test',
  hosts: [],
  region: '64.74',
  discover: [{ kind: 'feed', url: 'https://natmed.test/feed/' }],
  extract: [],
  browser: false,
  delay: 2,
  interval: 60,
  loopback: false,
  verified: true,
  ...more,
});

export const candidate = (n: number | string, more: Partial<Candidate> = {}): Candidate => ({
  url: address(n),
  foundBy: 'feed',
  title: `Judul ${n}`,
  published: AT,
  modified: null,
  ...more,
});

export const page = (n: number | string, more: Partial<Page> = {}): Page => ({
  id: 0,
  site: 'natmed',
  url: address(n),
  finalUrl: address(n),
  fetchedAt: AT,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(`<html><body><p>Isi artikel ${n}</p></body></html>`),
  via: 'http',
  ...more,
});

/** A page that says something else at each fetch. */
export const newPage = ({ n, variant }: { n: number; variant: boolean }, at: string): Page =>
  page(n, { fetchedAt: at, body: Buffer.from(`${n} ${variant} ${at}`) });

export const extracted = (more: Partial<Extracted> = {}): Extracted => ({
  kind: 'article',
  detail: '',
  title: 'Bawaslu Bontang imbau ASN netral',
  text: 'BONTANG – Bawaslu mengimbau aparatur sipil negara menjaga netralitas.\n\nPelanggaran akan ditindak.',
  authors: ['Redaksi'],
  editor: null,
  section: 'Politik',
  keywords: [],
  images: [],
  credit: null,
  published: { at: '2024-11-01T09:00:00+08:00', precision: 'minute', basis: 'meta', confidence: 1 },
  modified: null,
  canonicalUrl: null,
  language: 'id',
  charset: 'utf-8',
  repaired: 0,
  advertorial: false,
  partUrls: [],
  method: 'blocks',
  score: 0.9,
  ...more,
});

export const tags = (more: Partial<Tags> = {}): Tags => ({
  relevant: true,
  relevance: 0.9,
  decision: 'relevant',
  regions: ['64.74'],
  primary: '64.74',
  candidates: [],
  elections: [{ election: 'pilkada-2024', contests: ['pilwalkot'] }],
  stage: 'kampanye',
  coverage: 'imbauan',
  actors: ['asn'],
  violations: [],
  advertorial: false,
  speakers: [],
  reasons: [
    { tag: 'relevance', rule: 'imbau', field: 'title', start: 16, end: 21, quote: 'imbau' },
  ],
  ...more,
});

export const content = (
  n: number | string,
  pages: number[],
  more: Partial<ArticleContent> = {},
): ArticleContent => ({
  url: address(n),
  outlet: 'natmed.test',
  pages,
  extracted: extracted(),
  tags: tags(),
  localDay: '2024-11-01',
  textKey: `key-${n}`,
  ...more,
});

export const by = (
  n: number | string,
  pageId: number,
  code = 'code-1',
  knowledge = 'knowledge-1',
): ProcessedBy => ({
  url: address(n),
  page: pageId,
  codeVersion: code,
  knowledgeVersion: knowledge,
});
