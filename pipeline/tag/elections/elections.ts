// TagDocument and its regions → the elections meant, their contests, the stage, each with the spans that say so.
import type { Knowledge } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { Contest, ElectionId, ElectionStage, Reason } from '../../../schemas/tag.ts';
import type { ReadField, TagDocument } from '../document.ts';
import type { PhraseBook } from '../phrases.ts';
import type { ElectionTags, PlaceTags } from '../parts.ts';
import { createCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { contestsOf } from './contests.ts';
import { datesOf, dayBetween, dayOf } from './day.ts';
import type { DaySource, WrittenDate } from './day.ts';
import { createEraReader } from './era.ts';
import type { Era } from './era.ts';
import { isPilkadaWord } from './meaning.ts';
import type { Circumstances } from './meaning.ts';
import { createElectionReader } from './mentions.ts';
import type { ElectionMention } from './mentions.ts';
import { soleElection } from './sole.ts';
import { weigh } from './weigh.ts';
import type { Weighed } from './weigh.ts';

/** What the words alone say, before the places are known. */
export type ElectionReading = {
  mentions: ElectionMention[];
  day: DaySource | null;
  dates: WrittenDate[];
  era: Era;
};

export type ElectionTagger = {
  read: (document: TagDocument) => ElectionReading;
  tag: (
    reading: ElectionReading,
    document: TagDocument,
    place: Pick<PlaceTags, 'primary' | 'regions' | 'bodies'>,
  ) => ElectionTags;
};

const MOST_REASONS = 3;

export function createElectionTagger(knowledge: Knowledge, book: PhraseBook): ElectionTagger {
  const readWords = createElectionReader(knowledge, book);
  const calendar = createCalendar(knowledge);
  const eras = createEraReader(knowledge, book);
  return {
    read: (document) => {
      const { title, text, address } = document;
      const mentions = [title, text, ...(address === null ? [] : [address])].flatMap(readWords);
      const dates = datesOf(document.text);
      return { mentions, dates, day: dayOf(document, dates), era: eras.read(document) };
    },
    tag: (words, document, { primary, regions, bodies }) => {
      const reading = { ...words, era: eras.narrow(words.era, bodies) };
      const { mentions } = reading;
      const { now, day } = circumstances(reading, calendar, { primary, regions });
      const weighed = weigh(mentions, now, leadEnd(document.text));
      const elections = weighed.map(({ election, votes }) => {
        const recalled = votes.every(({ mention }) => mention.past);
        return { election, ...contestsOf(election, mentions, { calendar, primary, recalled }) };
      });
      const stage = stageOf(weighed[0]?.election ?? null, day, primary, calendar);
      return {
        elections: elections.map(({ election, contests }) => ({
          election,
          contests: contests.map(({ contest }) => contest),
        })),
        stage,
        day: day?.day ?? null,
        reasons: [
          ...weighed.flatMap(electionReasons),
          ...elections.flatMap(({ election, contests }) =>
            contests.map((found) => contestReason(election, found)),
          ),
          ...stageReasons(stage, day, document),
        ],
      };
    },
  };
}

/** What is known of the time: a stated day, a year named beside an election with a weekday, or the only election left. */
function circumstances(
  { mentions, day, dates, era }: ElectionReading,
  calendar: Calendar,
  { primary, regions }: { primary: RegionCode | null; regions: RegionCode[] },
): { now: Circumstances; day: DaySource | null } {
  const places = primary === null ? regions : [primary, ...regions];
  const live = mentions.filter(({ noise }) => !noise);
  const local = live.some(({ means }) => isPilkadaWord(means));
  const national = live.some(
    ({ means, year, sign }) =>
      means === 'pilpres' ||
      means === 'pileg' ||
      sign?.contest === 'pilpres' ||
      (means === 'pemilu' && year !== null),
  );
  const now: Circumstances = {
    calendar,
    day: day?.day ?? null,
    regions: places,
    local,
    pemiluNamed: national,
    sole: { pilkada: null, pemilu: null },
    earliest: day?.day ?? era.from,
    latest: day?.day ?? era.to,
  };
  if (day !== null) return { now, day };
  const years = live.filter(({ past, document }) => !past && !document).map(({ year }) => year);
  for (const year of years.filter((known) => known !== null)) {
    const found = dayBetween(dates, later(`${year - 1}-01-01`, era.from), `${year + 1}-12-31`);
    if (found !== null)
      return {
        now: { ...now, day: found.day, earliest: found.day, latest: found.day },
        day: found,
      };
  }
  const recalled = live.filter((mention) => mention.past).map(({ year }) => year ?? 0);
  const clues = { era, dates, region: primary, past: Math.max(0, ...recalled) };
  const pilkada = soleElection('pilkada', calendar, clues);
  const pemilu = soleElection('pemilu', calendar, clues);
  const sole = { pilkada: pilkada?.election ?? null, pemilu: pemilu?.election ?? null };
  const found = local ? (pilkada?.day ?? null) : (pemilu?.day ?? null);
  return { now: { ...now, sole }, day: found };
}

const later = (a: string, b: string): string => (a > b ? a : b);

const LEAD_PARAGRAPHS = 2;
const LEAD_TOKENS = 12;

/** Token index where the lead ends: the first paragraphs that are neither noise nor a caption. */
function leadEnd(text: ReadField): number {
  let found = 0;
  for (const { from, to, noise } of text.paragraphs) {
    if (noise || to - from < LEAD_TOKENS) continue;
    found++;
    if (found === LEAD_PARAGRAPHS) return to;
  }
  return text.tokens.length;
}

function spanOf(mention: ElectionMention): Pick<Reason, 'field' | 'start' | 'end' | 'quote'> {
  const { field, start, end } = mention;
  return { field: field.name, start, end, quote: field.raw.slice(start, end) };
}

function electionReasons({ election, votes }: Weighed): Reason[] {
  return votes.slice(0, MOST_REASONS).map(({ mention, rule }) => ({
    tag: `election:${election}`,
    rule: `${mention.means}:${rule}`,
    ...spanOf(mention),
  }));
}

function contestReason(
  election: ElectionId,
  { contest, mention, rule }: { contest: Contest; mention: ElectionMention; rule: string },
): Reason {
  return { tag: `contest:${election}/${contest}`, rule, ...spanOf(mention) };
}

function stageOf(
  election: ElectionId | null,
  day: DaySource | null,
  primary: RegionCode | null,
  calendar: Calendar,
): ElectionStage | null {
  if (election === null || day === null || day.rule === 'url-month') return null;
  return calendar.stageOn(election, day.day, primary);
}

function stageReasons(
  stage: ElectionStage | null,
  day: DaySource | null,
  { input }: TagDocument,
): Reason[] {
  if (stage === null || day === null) return [];
  const { field, start, end, rule } = day;
  const quote = (input[field] ?? '').slice(start, end);
  return [{ tag: `stage:${stage}`, rule: `calendar:${rule}`, field, start, end, quote }];
}
