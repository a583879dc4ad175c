// Records → JSON Lines.
import type { Statement } from './export.ts';
import type { ArticleRecord } from './record.ts';

/** One record a line; with a statement, a last line { "export": … } that says what the others are. */
export function* jsonl(
  records: Iterable<ArticleRecord>,
  statement: Statement | null,
): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
  if (statement !== null) yield `${JSON.stringify({ export: statement })}\n`;
}
