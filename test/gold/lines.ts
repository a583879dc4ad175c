// A file of labelled articles, one JSON object a line → checked GoldLine values.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RegionCode } from '../../schemas/region.ts';
import { Actor, Contest, Coverage, ElectionId, Speaker, Violation } from '../../schemas/tag.ts';

const Labels = z.strictObject({
  relevant: z.boolean(),
  regions: z.array(RegionCode),
  primary: RegionCode.nullable(),
  elections: z.array(z.strictObject({ election: ElectionId, contests: z.array(Contest) })),
  coverage: Coverage,
  actors: z.array(Actor),
  violations: z.array(Violation),
  advertorial: z.boolean(),
  speakers: z.array(Speaker),
});
export type Labels = z.infer<typeof Labels>;

export const GoldLine = z.strictObject({
  id: z.string().regex(/^(?:[a-z]|press-[a-z]-)\d{3}$/),
  url: z.url(),
  outlet: z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/),
  title: z.string().min(1),
  published: z.iso.date().nullable(),
  text: z.string().min(1),
  labels: Labels,
  why: z.string().min(1),
});
export type GoldLine = z.infer<typeof GoldLine>;

/**
 * Reads a JSONL file of labelled articles, in file order.
 * Throws with the file and the line number when a line does not fit the shape.
 */
export function readGold(path: string): GoldLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = GoldLine.safeParse(JSON.parse(line));
      if (parsed.success) return [parsed.data];
      throw new Error(`${path}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    });
}
