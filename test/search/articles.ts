// Articles for the search tests: whole and valid, different where a test says so.
import type { Article } from '../../schemas/article.ts';
import type { CoverageDay } from '../../schemas/coverage.ts';
import type { Tags } from '../../schemas/tag.ts';

const TAGS: Tags = {
  relevant: true,
  relevance: 0.98,
  decision: 'relevant',
  regions: ['64.74', '64'],
  primary: '64.74',
  candidates: [{ code: '64.74', score: 3, chosen: true }],
  elections: [{ election: 'pilkada-2024', contests: ['pilwalkot'] }],
  stage: 'kampanye',
  coverage: 'dugaan',
  actors: ['asn'],
  violations: ['media_sosial'],
  advertorial: false,
  speakers: [{ name: 'Andi Contoh', role: 'Ketua Bawaslu Kota Bontang' }],
  reasons: [{ tag: 'relevance', rule: 'asn', field: 'title', start: 0, end: 3, quote: 'ASN' }],
};

type Changes = {
  version?: number;
  title?: string;
  text?: string;
  tags?: Partial<Tags>;
  goneAt?: string;
};

export const article = (id: string, changes: Changes = {}): Article => ({
  id,
  version: changes.version ?? 1,
  site: 'bontang-pos',
  url: `https://bontangpos.example/${id}`,
  outlet: 'bontangpos.example',
  pages: [1],
  extracted: {
    kind: 'article',
    detail: '',
    title: changes.title ?? 'ASN Bontang diduga melanggar netralitas',
    text:
      changes.text ??
      'Bawaslu memanggil seorang pegawai.\n\nIa mengunggah dukungan di media sosial.',
    authors: ['Rina'],
    editor: null,
    section: 'Politik',
    keywords: [],
    images: [],
    credit: null,
    published: {
      at: '2024-11-01T00:30:00+08:00',
      precision: 'minute',
      basis: 'json-ld',
      confidence: 1,
    },
    modified: null,
    canonicalUrl: null,
    language: 'id',
    charset: 'utf-8',
    repaired: 0,
    advertorial: false,
    partUrls: [],
    method: 'json-ld',
    score: 1,
  },
  tags: { ...TAGS, ...changes.tags },
  localDay: '2024-11-01',
  textKey: `key-${id}`,
  codeVersion: '1',
  knowledgeVersion: '1',
  firstSeen: '2024-11-01T02:00:00.000Z',
  goneAt: changes.goneAt ?? null,
});

export const irrelevant: Partial<Tags> = { relevant: false, relevance: 0, decision: 'irrelevant' };

export const coverageDay = (day: string, version = 1): CoverageDay => ({
  id: `bontang-pos/${day}`,
  site: 'bontang-pos',
  region: '64.74',
  day,
  rounds: 24,
  completed: 24,
  found: 10,
  fetched: 9,
  kept: 8,
  skipped: 1,
  failed: version,
  expected: 9.5,
  late: 0,
  version,
});
