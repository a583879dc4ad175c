// KQL as our panels use it → a query of Elasticsearch: and, or, not, brackets, field: value, field: *, ranges.
import { type Result, fail, ok } from '../../../schemas/result.ts';

export type Query = Record<string, unknown>;

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([():]|<=|>=|<|>)|([^\s():<>"]+))/gy;
const RANGES: Record<string, string> = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };

type Tokens = { take: () => string | null; next: () => string | null };

/** Which fields a query names stands in `fields`. */
export type Parsed = { query: Query; fields: string[] };

/** An empty text matches everything. The error says where the text is not understood. */
export function parseKql(text: string): Result<Parsed, string> {
  if (text.trim() === '') return ok({ query: { match_all: {} }, fields: [] });
  const words = tokens(text);
  if (words === null) return fail(`'${text}' has letters that are no KQL`);
  const fields: string[] = [];
  try {
    const query = either(words, fields);
    const rest = words.next();
    return rest === null ? ok({ query, fields }) : fail(`'${rest}' is not expected in '${text}'`);
  } catch (error) {
    if (error instanceof SyntaxError) return fail(`${error.message} in '${text}'`);
    throw error;
  }
}

function tokens(text: string): Tokens | null {
  const all: string[] = [];
  let end = 0;
  for (const match of text.trimEnd().matchAll(TOKEN)) {
    all.push(match[0].trim());
    end = match.index + match[0].length;
  }
  if (end !== text.trimEnd().length) return null;
  let at = 0;
  return {
    next: () => all[at] ?? null,
    take: () => {
      at += 1;
      return all[at - 1] ?? null;
    },
  };
}

function either(words: Tokens, fields: string[]): Query {
  const parts = [both(words, fields)];
  while (words.next()?.toLowerCase() === 'or') {
    words.take();
    parts.push(both(words, fields));
  }
  return parts.length === 1
    ? (parts[0] ?? {})
    : { bool: { should: parts, minimum_should_match: 1 } };
}

function both(words: Tokens, fields: string[]): Query {
  const parts = [maybeNot(words, fields)];
  while (words.next()?.toLowerCase() === 'and') {
    words.take();
    parts.push(maybeNot(words, fields));
  }
  return parts.length === 1 ? (parts[0] ?? {}) : { bool: { filter: parts } };
}

function maybeNot(words: Tokens, fields: string[]): Query {
  if (words.next()?.toLowerCase() !== 'not') return term(words, fields);
  words.take();
  return { bool: { must_not: [maybeNot(words, fields)] } };
}

function term(words: Tokens, fields: string[]): Query {
  const first = words.take();
  if (first === '(') {
    const inner = either(words, fields);
    if (words.take() !== ')') throw new SyntaxError("')' is missing");
    return inner;
  }
  if (first === null || /^[:)<>"]/.test(first)) throw new SyntaxError('a field is missing');
  fields.push(first);
  const operator = words.take() ?? '';
  const value = words.take();
  if (value === null || /^[():<>]/.test(value))
    throw new SyntaxError(`a value for ${first} is missing`);
  const range = RANGES[operator];
  if (range !== undefined) return { range: { [first]: { [range]: unquoted(value) } } };
  if (operator !== ':') throw new SyntaxError(`':' is missing behind ${first}`);
  return value === '*' ? { exists: { field: first } } : { match: { [first]: unquoted(value) } };
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
