// What the taggers know, as data: the shape of each file in knowledge/ and of the whole.
import { z } from 'zod';

const row = { id: z.string().min(1), source: z.string().min(1) };

/** A phrase that gives away a line which is not the article: 'Baca juga', 'Copyright', 'Ikuti kami di'. */
export const NoisePhrase = z.strictObject({
  ...row,
  phrase: z.string().min(1),
  /** 'start': only where the line begins with it. 'any': wherever it stands in a line. */
  where: z.enum(['start', 'any']),
});
export type NoisePhrase = z.infer<typeof NoisePhrase>;
