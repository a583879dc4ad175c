// A field → the words of elections in it, each with the year beside it and what stands around.
import type { ElectionSign, ElectionWord, Knowledge } from '../../../schemas/knowledge.ts';
import type { ReadField } from '../document.ts';
import { buildMatcher } from '../phrases.ts';
import type { Hit, Matcher } from '../phrases.ts';

export type Means = ElectionWord['means'];

export type ElectionMention = {
  field: ReadField;
  means: Means;
  /** Set where a name or a law tells the election: 'Prabowo-Gibran'. */
  sign: ElectionSign | null;
  /** The year printed beside the word. */
  year: number | null;
  start: number;
  end: number;
  from: number;
  to: number;
  noise: boolean;
  /** Looked back on: 'pada Pilkada 2020 lalu', 'dibanding Pemilu 2019'. */
  past: boolean;
  /** Inside the title of a law or circular: 'SE … tentang Netralitas ASN pada Pilkada Serentak 2018'. */
  document: boolean;
};

type Entry = { means: Means; sign: ElectionSign | null };

export type ElectionReader = (field: ReadField) => ElectionMention[];

export function createElectionReader(knowledge: Knowledge): ElectionReader {
  const matcher: Matcher<Entry> = buildMatcher<Entry>([
    ...knowledge.electionWords.map(({ phrase, means }) => ({
      words: phrase,
      value: { means, sign: null },
    })),
    ...knowledge.electionSigns.map((sign) => ({
      words: sign.phrase,
      value: { means: 'campaign' as const, sign },
    })),
  ]);
  return (field) => {
    const mentions = matcher(field.tokens, 'longest')
      .filter(({ value }) => value.means !== 'nothing')
      .map((hit) => describe(field, hit));
    shareYears(mentions);
    return mentions;
  };
}

function describe(field: ReadField, hit: Hit<Entry>): ElectionMention {
  const paragraph = field.paragraphs[field.paragraphOf[hit.from] ?? 0];
  return {
    field,
    means: hit.value.means,
    sign: hit.value.sign,
    year: yearBeside(field, hit),
    start: hit.start,
    end: hit.end,
    from: hit.from,
    to: hit.to,
    noise: paragraph?.noise ?? false,
    past: isPast(field, hit),
    document: isDocument(field, hit.from),
  };
}

const YEAR_DISTANCE = 5;

/** 'Pilkada Serentak Tahun 2024', 'Pilkada Bontang 2025', 'Pilkada 20202'; not behind a comma or a full stop. */
function yearBeside(field: ReadField, { to }: { to: number }): number | null {
  for (let at = to; at < to + YEAR_DISTANCE && at < field.tokens.length; at++) {
    const token = field.tokens[at];
    const before = field.tokens[at - 1];
    if (token === undefined || before === undefined) return null;
    if (/[.,;:!?–—"“”]/.test(field.raw.slice(before.end, token.start))) return null;
    const match = token.norm.match(/^(20[1-3]\d)\d?$/);
    if (match) return Number(match[1]);
    if (/^(?:nomor|no|pasal|ayat|uu|pp|yang|ini|dan|di)$/.test(token.norm)) return null;
  }
  return null;
}

/** 'Pemilu dan Pilkada 2024': the first takes the year of the second. */
function shareYears(mentions: ElectionMention[]): void {
  for (let at = mentions.length - 2; at >= 0; at--) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (mention === undefined || next === undefined || mention.year !== null) continue;
    if (next.year === null || next.field !== mention.field) continue;
    const gap = mention.field.raw.slice(mention.end, next.start);
    if (
      /^[\s)(,/]*(?:(?:dan|maupun|serta|atau|hingga|sampai)\s)?[\s(]*(?:\p{L}+\)\s*)?$/iu.test(gap)
    ) {
      mention.year = next.year;
    }
  }
}

const PAST_BEFORE = new Set(
  'dibanding dibandingkan ketimbang daripada pengalaman berkaca belajar mencontoh usai pasca sejak selama'.split(
    ' ',
  ),
);
const PAST_AFTER = new Set('silam terdahulu sebelumnya kemarin'.split(' '));

function isPast(field: ReadField, { from, to }: Hit<Entry>): boolean {
  const sentence = field.sentenceOf[from];
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) break;
    if (PAST_BEFORE.has(token.norm)) return true;
  }
  for (let at = to; at < Math.min(field.tokens.length, to + 4); at++) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) break;
    if (PAST_AFTER.has(token.norm)) return true;
  }
  return false;
}

const LAW = new Set(
  'uu pp se skb pkpu perbawaslu permendagri perpres surat edaran keputusan peraturan nomor no'.split(
    ' ',
  ),
);
const TITLE_LENGTH = 25;

function isDocument(field: ReadField, from: number): boolean {
  const sentence = field.sentenceOf[from];
  let about = false;
  for (let at = from - 1; at >= Math.max(0, from - TITLE_LENGTH); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) return false;
    if (token.norm === 'tentang' || token.norm === 'perihal') about = true;
    else if (about && LAW.has(token.norm)) return true;
  }
  return false;
}
