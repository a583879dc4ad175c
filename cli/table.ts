// Rows → a table for a terminal, columns aligned, numbers to the right.

/** `headers` and rows of equal length; returns lines joined by newlines, without a trailing one. */
export function table(headers: string[], rows: (string | number)[][]): string {
  const cells = [headers, ...rows.map((row) => row.map(String))];
  const widths = headers.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  const numeric = headers.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  const line = (row: string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric[column] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return cells.map(line).join('\n');
}

/** The sum of counts by reason. */
export const total = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce((sum: number, n) => sum + (n ?? 0), 0);

/** Prints a result: JSON on one line, or the text for a person. */
export function print(value: unknown, text: string, json: boolean | undefined): void {
  process.stdout.write(json === true ? `${JSON.stringify(value)}\n` : `${text}\n`);
}
