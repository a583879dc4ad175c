// stdin JSON Lines {id?, url, html} → stdout: the article of each page.
import { z } from 'zod';
import { createHtmlReader } from '../../pipeline/read-page.ts';
import { loadWalls } from '../knowledge.ts';
import { answerLines } from '../lines.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';

const Input = z.object({ url: z.string().nullish(), html: z.string() });

export async function extract(): Promise<void> {
  const read = createHtmlReader(loadWalls(KNOWLEDGE_DIR));
  const fetchedAt = new Date().toISOString();
  const errors = await answerLines(process.stdin, process.stdout, (line) => {
    const parsed = Input.safeParse(line);
    if (!parsed.success) return { error: z.prettifyError(parsed.error) };
    const url = parsed.data.url ?? '';
    const { published, modified, ...rest } = read(
      { url, html: parsed.data.html, fetchedAt },
      url,
      null,
    );
    return {
      url,
      ...rest,
      published: published?.at ?? null,
      published_basis: published?.basis ?? null,
      published_precision: published?.precision ?? null,
      modified: modified?.at ?? null,
    };
  });
  if (errors > 0) process.exitCode = 1;
}
