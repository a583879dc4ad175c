// Labelled lines → what the content taggers read in them, for the scripts that learn weights.
import { loadKnowledge } from '../../cli/knowledge.ts';
import { findActs } from '../../pipeline/tag/content/acts.ts';
import type { Act } from '../../pipeline/tag/content/acts.ts';
import { createLabeller } from '../../pipeline/tag/content/labels.ts';
import { createReader } from '../../pipeline/tag/content/reading.ts';
import { setScene } from '../../pipeline/tag/content/scene.ts';
import type { Scene } from '../../pipeline/tag/content/scene.ts';
import { findSpeakers } from '../../pipeline/tag/content/speakers.ts';
import { createDocumentReader } from '../../pipeline/tag/document.ts';
import { PhraseBook } from '../../pipeline/tag/phrases.ts';
import type { Speaker } from '../../schemas/tag.ts';
import { readGold } from './lines.ts';
import type { GoldLine } from './lines.ts';
import { tagInput } from './run.ts';

export type GoldReading = { line: GoldLine; scene: Scene; acts: Act[]; speakers: Speaker[] };

/** The sets that weights are learned from; the held-out ones are never read here. */
export const LEARNED_FROM = [
  'given',
  'own-dev',
  'fresh-dev',
  'retold',
  'press-a-dev',
  'press-b-dev',
  'press-c-dev',
  'press-d-dev',
].map((name) => `test/gold/${name}.jsonl`);

/** The set of a line, by the beginning of its id: 'a', 'b', 'press-c-'. */
export const idSet = ({ id }: GoldLine): string => id.replace(/\d+$/, '');

/** Reads the files with the committed knowledge; run from the root of the repository. */
export function readReadings(files: readonly string[]): GoldReading[] {
  const knowledge = loadKnowledge('knowledge');
  const book = new PhraseBook();
  const read = createReader(knowledge.lexicon, book);
  const label = createLabeller(knowledge, book);
  const readDocument = createDocumentReader(knowledge.noise, book);
  return files
    .flatMap((file) => readGold(file))
    .map((line) => {
      const document = readDocument(tagInput(line));
      const reading = read(document);
      const scene = setScene(reading);
      const speech = reading.text.hits.speech;
      const speakers = findSpeakers(document.text, label(document.text, speech), speech);
      return { line, scene, acts: findActs(scene), speakers };
    });
}
