// The words by which the content taggers read an article: the shape of the rows of knowledge/lexicon/*.csv.
import { z } from 'zod';

/**
 * The files of knowledge/lexicon, one a question: who is meant (subjects), is it about politics (politics), is it
 * about something else (topics), which kind of article (kinds), which act (acts), said how (moods), paid
 * (advertorial), who speaks (speech, offices, names).
 */
export const LEXICONS = [
  'subjects',
  'politics',
  'topics',
  'kinds',
  'acts',
  'moods',
  'advertorial',
  'speech',
  'offices',
  'names',
] as const;
export const LexiconName = z.enum(LEXICONS);
export type LexiconName = z.infer<typeof LexiconName>;

/**
 * One class of phrases. `pattern` is words apart by blanks: 'a|b' either, 'a|b|' either or none, '~3' up to three
 * words between ('hadir|menghadiri ~3 kampanye'), '@attend' the pattern of the row of that id whose class is 'family'.
 * `class` says what a hit means to its tagger, `weight` how much.
 */
export const LexiconRow = z.strictObject({
  id: z.string().min(1),
  class: z.string().min(1),
  pattern: z.string().min(1),
  weight: z.number(),
  source: z.string().min(1),
});
export type LexiconRow = z.infer<typeof LexiconRow>;

export const Lexicon = z.record(LexiconName, z.array(LexiconRow));
export type Lexicon = z.infer<typeof Lexicon>;
