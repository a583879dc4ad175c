// COUNT: tags so many articles, the demo's and the press's in turn. Prints { perCpuSecond, warmPerCpuSecond, loadMs } last;
// warm is the second half, after the compiler's work on code that has just become hot.
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
const half = count >> 1;
for (const input of inputs.slice(0, half)) tag(input);
const middle = process.cpuUsage(before);
for (const input of inputs.slice(half)) tag(input);
const whole = process.cpuUsage(before);
const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;
console.log(
  JSON.stringify({
    perCpuSecond: count / seconds(whole),
    warmPerCpuSecond: (count - half) / (seconds(whole) - seconds(middle)),
    loadMs,
  }),
);
