// A field → the words of elections in it, each with the year beside it and what stands around.
import type { ElectionSign, ElectionWord, Knowledge } from '../../../schemas/knowledge.ts';
import type { WordField } from '../document.ts';
import { leftmostLongest } from '../phrases.ts';
import type { Hit, PhraseBook } from '../phrases.ts';

export type Means = ElectionWord['means'];

export type ElectionMention = {
  field: WordField;
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
  /** 'tidak ada Pilkada', 'Pilgub Tak Ada'. */
  negated: boolean;
  /** Named in one breath with the other kind: 'Pemilu dan Pilkada 2024'. */
  paired: boolean;
};

type Entry = { means: Means; sign: ElectionSign | null };

export type ElectionReader = (field: WordField) => ElectionMention[];

export function createElectionReader(knowledge: Knowledge, book: PhraseBook): ElectionReader {
  const find = book.add<Entry>(
    [
      ...knowledge.electionWords.map(({ phrase, means }) => ({
        words: phrase,
        value: { means, sign: null },
      })),
      ...knowledge.electionSigns.map((sign) => ({
        words: sign.phrase,
        value: { means: 'campaign' as const, sign },
      })),
    ],
    'all',
  );
  const findLeave = book.add([{ words: 'cuti', value: null }], 'all');
  return (field) => {
    const mentions = leftmostLongest(
      find(field),
      ({ value, start, end, to }) =>
        !BROKEN.test(field.raw.slice(start, end)) &&
        (value.means !== 'both' || !CONTINUES.has(field.tokens[to]?.norm ?? '')),
    )
      .filter(({ value }) => value.means !== 'nothing')
      .map((hit) => describe(field, hit))
      .flatMap((mention) => [mention, ...contestsBehind(mention)]);
    joinNeighbours(mentions);
    return [...mentions, ...headsOnLeave(field, findLeave(field))];
  };
}

/** 'H-2 Pemilu, Bupati …' is no 'pemilu bupati'. */
const BROKEN = /[,;:!?|–—\n]|\.\s/;
/** 'Pemilu dan Pemilihan' goes no further: in 'Pemilu dan Pemilihan Bupati' the second names a contest. */
const CONTINUES = new Set(
  'presiden gubernur bupati wali walikota wako legislatif kepala umum anggota'.split(' '),
);

type Behind = { contests: Map<string, Means>; fillers: Set<string> };

const LOCAL_BEHIND: Behind = {
  contests: new Map([
    ['gubernur', 'pilgub'],
    ['bupati', 'pilbup'],
    ['walikota', 'pilwalkot'],
    ['wali', 'pilwalkot'],
  ]),
  fillers: new Set('dan atau ataupun maupun serta hingga wakil kota calon'.split(' ')),
};
const NATIONAL_BEHIND: Behind = {
  contests: new Map([
    ['legislatif', 'pileg'],
    ['dpr', 'pileg'],
    ['dprd', 'pileg'],
    ['presiden', 'pilpres'],
  ]),
  fillers: new Set(
    'baik itu yaitu yakni meliputi untuk memilih serentak tahun anggota dpd dan atau maupun serta wakil pemilu pemilihan'.split(
      ' ',
    ),
  ),
};
const BEHIND_TOKENS = 16;

/** 'calon gubernur, wali kota, ataupun bupati', 'pemilu, baik itu legislatif maupun presiden': what stands behind is meant too. */
function contestsBehind(mention: ElectionMention): ElectionMention[] {
  const local = ['pilgub', 'pilbup', 'pilwalkot'].includes(mention.means);
  const national = ['pemilu', 'pileg', 'pilpres'].includes(mention.means);
  if (!local && !national) return [];
  const { contests, fillers } = local ? LOCAL_BEHIND : NATIONAL_BEHIND;
  const { field } = mention;
  const found: ElectionMention[] = [];
  for (let at = mention.to; at < mention.to + BEHIND_TOKENS; at++) {
    const token = field.tokens[at];
    const before = field.tokens[at - 1];
    if (token === undefined || before === undefined) break;
    if (!/^[\s,/()]*$/.test(field.raw.slice(before.end, token.start))) break;
    const means = contests.get(token.norm);
    if (means === undefined) {
      if (!fillers.has(token.norm) && !/^20[1-3]\d$/.test(token.norm)) break;
      continue;
    }
    if (means === mention.means || found.some((known) => known.means === means)) continue;
    const { start, end } = token;
    found.push({ ...mention, means, start, end, from: at, to: at + 1 });
  }
  return found;
}

const INCUMBENT = new Set(['petahana', 'incumbent', 'inkumben', 'incumben']);
const LEAVE_REACH = 10;

/** A head takes leave to run again (UU 10/2016 ps 70(3)): 'Bupati … cuti kampanye', or 'cuti' where incumbents run. */
function headsOnLeave(field: WordField, leaves: Hit<null>[]): ElectionMention[] {
  const { tokens } = field;
  const incumbents = leaves.length > 0 && tokens.some(({ norm }) => INCUMBENT.has(norm));
  return leaves.flatMap(({ from: at, to, end }) => {
    if (!incumbents && tokens[to]?.norm !== 'kampanye') return [];
    for (let from = at - 1; from > at - LEAVE_REACH && from >= 0; from--) {
      const means = LOCAL_BEHIND.contests.get(tokens[from]?.norm ?? '');
      if (field.sentenceOf[from] !== field.sentenceOf[at]) return [];
      if (means === undefined) continue;
      const value = { means, sign: null };
      const start = tokens[from]?.start ?? 0;
      return [describe(field, { value, start, end, from, to })];
    }
    return [];
  });
}

function describe(field: WordField, hit: Hit<Entry>): ElectionMention {
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
    negated: isNegated(field, hit),
    paired: hit.value.means === 'both',
  };
}

const YEAR_DISTANCE = 6;

/** 'Pilkada Serentak Tahun 2024', 'Pilkada Bontang 2025', 'Pilkada 20202'; not behind a comma or a full stop. */
function yearBeside(field: WordField, { to }: { to: number }): number | null {
  for (let at = to; at < to + YEAR_DISTANCE && at < field.tokens.length; at++) {
    const token = field.tokens[at];
    const before = field.tokens[at - 1];
    if (token === undefined || before === undefined) return null;
    if (/[.,;:!?–—"“”]/.test(field.raw.slice(before.end, token.start))) return null;
    const match = token.norm.match(/^(20[1-3]\d)\d?$/);
    if (match) return Number(match[1]);
    if (/^(?:nomor|no|pasal|ayat|uu|pp|yang|ini|dan)$/.test(token.norm)) return null;
  }
  return null;
}

const JOINED =
  /^[\s)(,/]*(?:(?:dan|maupun|serta|atau|ataupun|hingga|sampai)\s)?[\s(]*(?:\p{L}+\)\s*)?$/iu;
const KINDS = new Map<Means, 'pemilu' | 'pilkada'>([
  ['pemilu', 'pemilu'],
  ['pilpres', 'pemilu'],
  ['pileg', 'pemilu'],
  ['pilkada', 'pilkada'],
  ['pilgub', 'pilkada'],
  ['pilbup', 'pilkada'],
  ['pilwalkot', 'pilkada'],
]);

/** 'Pemilu dan Pilkada 2024': the first takes the year of the second, and both are meant. */
function joinNeighbours(mentions: ElectionMention[]): void {
  for (let at = mentions.length - 2; at >= 0; at--) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (mention === undefined || next === undefined) continue;
    const gap = mention.field.raw.slice(mention.end, next.start);
    if (next.start <= mention.end || !JOINED.test(gap)) continue;
    mention.year ??= next.year;
    if (next.past && next.year === null) mention.past = true;
    const kind = KINDS.get(mention.means);
    const other = KINDS.get(next.means);
    if (kind !== undefined && other !== undefined && kind !== other) {
      mention.paired = true;
      next.paired = true;
    }
  }
}

const PAST_BEFORE = new Set(
  'dibanding dibandingkan ketimbang daripada pengalaman berkaca belajar mencontoh melampaui melebihi'.split(
    ' ',
  ),
);
const PAST_AFTER = new Set('silam terdahulu sebelumnya lalu'.split(' '));
/** Between the word and 'lalu': otherwise it is the meeting that was last week ('sosialisasi pilkada Senin lalu'). */
const TIME_WORDS = new Set(
  'tahun serentak satu dua tiga empat lima enam yang periode edisi januari februari maret april mei juni juli agustus september oktober november desember'.split(
    ' ',
  ),
);

function isPast(field: WordField, { from, to }: Hit<Entry>): boolean {
  const sentence = field.sentenceOf[from];
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) break;
    if (PAST_BEFORE.has(token.norm)) return true;
  }
  for (let at = to; at < Math.min(field.tokens.length, to + 5); at++) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) break;
    if (/[.,;:!?–—"“”]/.test(field.raw.slice(field.tokens[at - 1]?.end, token.start))) break;
    if (PAST_AFTER.has(token.norm)) return true;
    if (!TIME_WORDS.has(token.norm) && !/^\d+$/.test(token.norm)) break;
  }
  return false;
}

const NOT = new Set(['tidak', 'tak', 'belum', 'bukan', 'tanpa', 'nggak']);

function isNegated(field: WordField, { from, to }: Hit<Entry>): boolean {
  const norm = (at: number): string =>
    field.sentenceOf[at] === field.sentenceOf[from] ? (field.tokens[at]?.norm ?? '') : '';
  const ahead = NOT.has(norm(norm(from - 1) === 'ada' ? from - 2 : from - 1));
  return ahead || (NOT.has(norm(to)) && norm(to + 1) === 'ada');
}

const LAW = new Set(
  'uu pp se skb pkpu perbawaslu permendagri perpres surat edaran keputusan peraturan nomor no'.split(
    ' ',
  ),
);
const ABOUT = new Set(['tentang', 'perihal', 'mengenai', 'ihwal']);
const TITLE_LENGTH = 25;

function isDocument(field: WordField, from: number): boolean {
  const sentence = field.sentenceOf[from];
  let about = false;
  for (let at = from - 1; at >= Math.max(0, from - TITLE_LENGTH); at--) {
    const token = field.tokens[at];
    if (token === undefined || field.sentenceOf[at] !== sentence) return false;
    if (ABOUT.has(token.norm)) about = true;
    else if (about && LAW.has(token.norm)) return true;
  }
  return false;
}
