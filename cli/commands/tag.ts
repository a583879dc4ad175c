// stdin JSON Lines {id?, url?, outlet?, title?, text, published?} → stdout: the tags of each, with reasons.
import { z } from 'zod';
import { createTagger } from '../../pipeline/tag/tag.ts';
import { outletOf } from '../../pipeline/normalise/url.ts';
import { loadKnowledge } from '../knowledge.ts';
import { answerLines } from '../lines.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';

const Input = z.object({
  url: z.string().nullish(),
  outlet: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  published: z.string().nullish(),
});

export async function tag(): Promise<void> {
  const run = createTagger(loadKnowledge(KNOWLEDGE_DIR));
  const errors = await answerLines(process.stdin, process.stdout, (line) => {
    const parsed = Input.safeParse(line);
    if (!parsed.success) return { error: z.prettifyError(parsed.error) };
    const { url = null, title, text, published = null } = parsed.data;
    const outlet = parsed.data.outlet ?? hostOf(url);
    const tags = run({
      url,
      outlet,
      outletRegion: null,
      title: title ?? '',
      text,
      published,
      markedAdvertorial: false,
    });
    return { url, outlet, title: title ?? '', published, ...tags };
  });
  if (errors > 0) process.exitCode = 1;
}

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? outletOf(url) : null;
