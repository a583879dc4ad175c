// Records → CSV that Excel with Indonesian settings opens by a double click, and that no spreadsheet runs or bends.
import type { ArticleRecord } from './record.ts';
import { COLUMNS, type Column } from './columns.ts';
import type { Statement } from './export.ts';

/**
 * Indonesian Excel splits at ';' (its decimal mark is ','), and takes UTF-8 only behind a byte order mark. A first line
 * 'sep=;' would suit every language, but behind it Excel no longer sees the mark and breaks the letters.
 */
const MARK = '\uFEFF';
const SEPARATOR = ';';

type CsvOptions = {
  regionName: (code: string) => string;
  /** Ends the file with a row that says what it is; its first cell begins with '#'. */
  statement: Statement | null;
};

const SHOWN = COLUMNS.filter(({ type }) => type !== 'body');

export function* csv(
  records: Iterable<ArticleRecord>,
  { regionName, statement }: CsvOptions,
): Generator<string> {
  yield MARK + line(SHOWN.map(({ name }) => name));
  for (const record of records) yield line(SHOWN.map((column) => cell(column, record, regionName)));
  if (statement !== null) yield line(statementCells(statement));
}

function cell(column: Column, record: ArticleRecord, regionName: (code: string) => string): string {
  switch (column.type) {
    case 'integer':
      return String(column.of(record));
    case 'decimal':
      return column.of(record).toFixed(3).replace('.', ',');
    case 'boolean':
      return column.of(record) ? '1' : '0';
    case 'time':
      return column.of(record) ?? '';
    // With its name a code such as 64.10 is no number and no time of day.
    case 'regions':
      return asText(
        column
          .of(record)
          .map((code) => `${code} ${regionName(code)}`)
          .join(' | '),
      );
    case 'list':
      return asText(column.of(record).join(' | '));
    case 'text':
    case 'body':
      return asText(column.of(record) ?? '');
    default:
      return column satisfies never;
  }
}

/** What begins a formula (OWASP, CSV injection), the full-width forms too, behind blanks too. */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;
const CONTROL = /^[\t\r\n\0]/;
/** What a spreadsheet would take for a number, a date or a time: ids such as 12e4567890123456, titles such as 1/2. */
const NUMERIC = /^\s*[\d.,:/\-+%() eE]*\d[\d.,:/\-+%() eE]*$/;

/** A text that a spreadsheet would run gets an apostrophe in front. */
export const formulaAsText = (text: string): string =>
  FORMULA.test(text) || CONTROL.test(text) ? `'${text}` : text;

/** A text that it would take for anything else than text gets one too: ids and titles of articles, but no label of a time. */
export const asText = (text: string): string =>
  NUMERIC.test(text) ? `'${text}` : formulaAsText(text);

/** RFC 4180, with ';'. */
const line = (cells: string[]): string =>
  `${cells.map((text) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(SEPARATOR)}\r\n`;

/** As many cells as the other rows, so that strict readers take it. */
function statementCells({ query, total, time, hash, version }: Statement): string[] {
  const said = [
    `# Pantau ${version}`,
    `query: ${query}`,
    `total: ${total}`,
    `time: ${time}`,
    `sha256: ${hash}`,
  ];
  return [...said, ...Array.from({ length: SHOWN.length - said.length }, () => '')];
}
