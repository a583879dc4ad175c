// What the knowledge calls a region.
import type { Knowledge } from '../schemas/knowledge.ts';

/** The gazetteer's names, for people. */
export const regionNames = (knowledge: Knowledge): { name: (code: string) => string } => {
  const names = new Map(knowledge.regions.map((region) => [region.id, region.name]));
  return { name: (code) => names.get(code) ?? code };
};
