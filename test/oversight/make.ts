// Articles, watches and alerts that the tests of oversight are about: whole and valid, what a test is about on top.
import type { Article } from '../../schemas/article.ts';
import { type Alert, type Watch, WatchRules } from '../../schemas/watch.ts';
import { AT, extracted, tags } from '../archive/make.ts';

type Changes = Partial<Omit<Article, 'extracted' | 'tags'>> & {
  extracted?: Partial<Article['extracted']>;
  tags?: Partial<Article['tags']>;
};

export const article = (more: Changes = {}): Article => ({
  id: 'a1',
  version: 1,
  site: 'natmed',
  url: 'https://natmed.test/a1',
  outlet: 'natmed.test',
  pages: [1],
  localDay: '2024-11-01',
  textKey: 'a1',
  codeVersion: 'c',
  knowledgeVersion: 'k',
  firstSeen: AT,
  goneAt: null,
  ...more,
  extracted: extracted(more.extracted),
  tags: tags(more.tags),
});

export const watch = (more: Partial<Watch> = {}): Watch => ({
  ...WatchRules.parse({ name: 'ASN Kaltim', freshDays: null }),
  id: 'asn-kaltim',
  ...more,
});

export const alert = (more: Partial<Alert> = {}): Alert => ({
  key: 'k1',
  watch: 'asn-kaltim',
  incident: 1,
  events: ['first'],
  at: AT,
  article: {
    id: '0123456789abcdef',
    version: 1,
    url: 'https://natmed.test/a1',
    title: 'Camat diduga ajak warga pilih paslon',
    outlet: 'Natmed',
    day: '2024-11-01',
    opening: 'BONTANG – Bawaslu menelusuri dugaan pelanggaran netralitas seorang camat.',
  },
  regions: ['64.74'],
  primary: '64.74',
  elections: ['pilkada-2024'],
  stage: 'kampanye',
  kind: 'dugaan',
  kindBefore: null,
  actors: ['asn'],
  violations: ['ajakan_dukungan'],
  advertorial: false,
  decision: 'relevant',
  why: [{ tag: 'coverage:dugaan', quote: 'diduga ajak warga' }],
  counts: { articles: 1, texts: 1, outlets: 1 },
  edit: null,
  ...more,
});
