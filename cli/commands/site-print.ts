// Checks and samples of a trial → lines for a terminal of any width, each check as soon as it is made.
import { styleText } from 'node:util';
import type { Check, Sample, TryReport } from '../../crawlers/try/report.ts';
import { CHECKS } from '../../crawlers/try/report.ts';

const NAME = Math.max(...CHECKS.map((name) => name.length));
const STATUS = 7;
const INDENT = STATUS + NAME + 4;
const COLOURS = { ok: 'green', warning: 'yellow', failed: 'red' } as const;

/** Columns of the terminal; 100 where the output goes into a file or pipe. */
export const columns = (): number => process.stdout.columns ?? 100;

/** A site must not steer the terminal with what it says of itself. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');

/** Words put into lines of at most `width`; a longer word keeps a line to itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** 'ok       robots            may be read; …', and the next step below. */
export function checkLines({ name, status, reason, next }: Check, width: number): string {
  const room = Math.max(20, width - INDENT);
  const [first = '', ...rest] = wrap(reason, room);
  const pad = ' '.repeat(INDENT);
  const steps =
    next === null ? [] : wrap(next, room - 2).map((line, at) => `${at === 0 ? '→' : ' '} ${line}`);
  const word = styleText(COLOURS[status], status.padEnd(STATUS), { stream: process.stdout });
  return [
    `${word}  ${name.padEnd(NAME)}  ${first}`,
    ...[...rest, ...steps].map((line) => pad + line),
  ].join('\n');
}

const cut = (text: string, width: number): string => {
  const shown = plain(text);
  return shown.length <= width ? shown : `${shown.slice(0, Math.max(1, width - 1))}…`;
};

/** A line for each sample: date and its basis, characters, share of the page, score, title; or why it is none. */
export function sampleLines(samples: readonly Sample[], width: number): string {
  const head = `${'published'.padEnd(16)}  ${'by'.padEnd(8)}  ${'chars'.padStart(6)}  ${'text'.padStart(4)}  score  title`;
  const room = Math.max(12, width - 49);
  const lines = samples.map((sample) => {
    if (sample.outcome !== 'article')
      return `${sample.outcome.padEnd(16)}  ${cut(sample.url, width - 18)}`;
    const { published, characters, share, score, title } = sample;
    const at =
      published === null
        ? 'no date'
        : published.at.slice(0, published.precision === 'day' ? 10 : 16).replace('T', ' ');
    const cells = [
      at.padEnd(16),
      (published?.basis ?? '').padEnd(8).slice(0, 8),
      String(characters).padStart(6),
      `${Math.round(share * 100)}%`.padStart(4),
      score.toFixed(2).padStart(5),
      cut(title, room),
    ];
    return cells.join('  ');
  });
  return [head, ...lines].join('\n');
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What the trial comes to, and what it cost. */
export function summaryLine({ usable, checks, requests, bytes, took }: TryReport): string {
  const count = (status: Check['status']): number =>
    checks.filter((check) => check.status === status).length;
  const verdict = usable ? 'Usable' : 'Not usable';
  const size =
    bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${verdict}: ${count('ok')} ok, ${plural(count('warning'), 'warning')}, ${count('failed')} failed. ${plural(requests, 'request')}, ${size}, ${Math.round(took)} s.`;
}

/** One line on stderr that the next one replaces; silent where stderr is no terminal. */
export function stepLine(): { show: (what: string) => void; clear: () => void } {
  const { stderr } = process;
  const clear = (): void => void (stderr.isTTY && stderr.write('\r\u001B[K'));
  return {
    clear,
    show: (what) => {
      clear();
      if (stderr.isTTY) stderr.write(cut(`… ${what}`, (stderr.columns ?? 80) - 1));
    },
  };
}
