// COUNT: tags so many articles, the demo's and the press's in turn. Prints { perCpuSecond, loadMs } last.
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { readPieces } from '../../demo/articles.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';
import type { TagInput } from '../../schemas/tag.ts';
import { articleOf } from '../press/article.ts';

const count = Number(process.argv[2]);
const pieces = readPieces(1);

function inputOf(number: number): TagInput {
  const piece = pieces[(number >> 1) % pieces.length];
  const made = articleOf((number % 50) + 1, number);
  const press = { title: made.title, text: made.paragraphs.join('\n\n'), at: made.published };
  const { title, text, at } = number % 2 === 0 && piece !== undefined ? piece : press;
  const published = at?.slice(0, 10) ?? null;
  return {
    url: null,
    outlet: null,
    outletRegion: null,
    title,
    text,
    published,
    markedAdvertorial: false,
  };
}

const started = performance.now();
const tag = createTagger(loadKnowledge(KNOWLEDGE_DIR));
const loadMs = performance.now() - started;
const inputs = Array.from({ length: count }, (_, number) => inputOf(number));
const before = process.cpuUsage();
for (const input of inputs) tag(input);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ perCpuSecond: count / ((user + system) / 1e6), loadMs }));
