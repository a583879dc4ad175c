// The measures of the benchmark, in the order in which they are taken.
import { archive } from './measures/archive.ts';
import { dashboard } from './measures/dashboard.ts';
import { extract } from './measures/extract.ts';
import { fetching } from './measures/fetch.ts';
import { memory } from './measures/memory.ts';
import { paint } from './measures/paint.ts';
import { polite } from './measures/polite.ts';
import { projection } from './measures/project.ts';
import { search } from './measures/search.ts';
import { start } from './measures/start.ts';
import { tagging } from './measures/tag.ts';
import { whole } from './measures/whole.ts';
import type { Measure } from './measure.ts';

export const MEASURES: readonly Measure[] = [
  whole,
  fetching,
  extract,
  tagging,
  archive,
  search,
  projection,
  polite,
  memory,
  start,
  dashboard,
  paint,
];
