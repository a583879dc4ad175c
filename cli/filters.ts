// The filter options of a verb → ArticleFilter; every wrong value is named with what is known.
import { readParameters } from '../dashboards/api/parameters.ts';
import { ArticleFilter } from '../schemas/filter.ts';
import { Failure } from './failure.ts';

/** Reads the options that are fields of a filter; 'a,b' is a list. Throws Failure (wrong use) listing every wrong one at once. */
export function readFilter(options: Record<string, unknown>): ArticleFilter {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(ArticleFilter.shape)) {
    const value = options[name];
    if (typeof value === 'string') parameters.set(name, value);
  }
  const read = readParameters(ArticleFilter, parameters);
  if (read.ok) return read.value;
  const lines = read.error.map(({ input, reason, next }) => {
    const [name = '', value = ''] = input.split('=');
    return `--${name} ${value}: ${reason}. ${next}.`;
  });
  throw new Failure(lines.join('\n'), 2);
}
