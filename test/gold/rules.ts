// A labelled article → what breaks the rules of labelling (README.md), as sentences.
import { provinceOf } from '../../schemas/region.ts';
import type { Contest } from '../../schemas/tag.ts';
import type { GoldLine } from './lines.ts';

/** Contests that an election can have; the others ('unspecified', 'pilkades') can name none or any. */
const CONTESTS: Record<string, readonly Contest[]> = {
  pemilu: ['pilpres', 'pileg'],
  pilkada: ['pilgub', 'pilbup', 'pilwalkot'],
  psu: ['pilgub', 'pilbup', 'pilwalkot'],
  pilkades: [],
};

const twice = (values: readonly string[]): boolean => new Set(values).size !== values.length;

/** Kinds that mostly tell of rules and words; an accused act in them is checked twice. */
const WITHOUT_ACT = new Set(['imbauan', 'ikrar', 'regulasi']);

/** Each rule: its sentence, and whether the line breaks it. */
const RULES: readonly (readonly [string, (line: GoldLine) => boolean])[] = [
  [
    'primary is one of the regions, null only without regions',
    ({ labels }) =>
      labels.primary === null
        ? labels.regions.length > 0
        : !labels.regions.includes(labels.primary),
  ],
  [
    'regions, actors and violations are sets',
    ({ labels }) => twice(labels.regions) || twice(labels.actors) || twice(labels.violations),
  ],
  ['an election stands once', ({ labels }) => twice(labels.elections.map((one) => one.election))],
  [
    'contests fit their election',
    ({ labels }) =>
      labels.elections.some(({ election, contests }) => {
        const fitting = CONTESTS[election.split('-')[0] ?? ''];
        return (
          twice(contests) ||
          (fitting !== undefined && contests.some((one) => !fitting.includes(one)))
        );
      }),
  ],
  [
    'an irrelevant article has coverage lainnya and no violations',
    ({ labels }) =>
      !labels.relevant && (labels.coverage !== 'lainnya' || labels.violations.length > 0),
  ],
  [
    'a relevant article names who must be neutral',
    ({ labels }) => labels.relevant && labels.actors.length === 0,
  ],
  [
    'the outlet is the host of the address',
    ({ url, outlet }) => new URL(url).hostname.replace(/^www\./, '') !== outlet,
  ],
  [
    'speakers stand in the text by a part of their name',
    ({ text, title, labels }) =>
      labels.speakers.some(({ name }) => {
        const first = name.split(',')[0] ?? name;
        return !first
          .split(' ')
          .some((word) => word.length > 2 && `${title} ${text}`.includes(word));
      }),
  ],
  ['paragraphs are separated by one blank line', ({ text }) => /\n{3}|^\s|\s$/.test(text)],
];

/** Rules that our own lines keep and that some given lines bend. */
const OWN_RULES: typeof RULES = [
  [
    'the text has 80 to 260 words, a retold one 40 or more',
    ({ id, text }) => {
      const words = text.split(/\s+/).length;
      return words < (id.startsWith('r') ? 40 : 80) || words > 260;
    },
  ],
  [
    'an imbauan, ikrar or regulasi has no accused act unless why says so',
    ({ labels, why }) =>
      labels.violations.length > 0 &&
      WITHOUT_ACT.has(labels.coverage) &&
      !/kasus|case|accused|act/i.test(why),
  ],
  [
    'a province stands beside its own kab/kota only where it is a subject itself, and why says so',
    ({ labels, why }) =>
      labels.regions.some((code) => code.length > 2 && labels.regions.includes(provinceOf(code))) &&
      !/provin/i.test(why),
  ],
];

export const broken = (line: GoldLine, own: boolean): string[] =>
  [...RULES, ...(own ? OWN_RULES : [])].flatMap(([sentence, breaks]) =>
    breaks(line) ? [`${line.id}: ${sentence}`] : [],
  );
