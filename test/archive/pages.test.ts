// The bytes of pages: given back as served, small when pages of a host are alike.
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { DatabaseSync } from 'node:sqlite';
import { newPath } from './folder.ts';
import { AT, candidate, later, page } from './make.ts';

let archive: Archive;
let path: string;

beforeEach(() => {
  path = newPath();
  archive = openArchive(path);
});
afterEach(() => {
  archive.close();
});

/** A page whose frame is long, hard to compress alone, and the same for each page of a design. */
function designed(design: number, n: number): Uint8Array<ArrayBuffer> {
  const frame = Array.from(
    { length: 3000 },
    (_, i) => ((i + 7) * (design + 3) * 2_654_435_761) % 1e9,
  );
  return Buffer.from(
    `<html>${frame.join(' ')}<article>Artikel ${n}: ${'isi '.repeat(n % 50)}</article>`,
  );
}

function save(host: string, n: number, body: Uint8Array<ArrayBuffer>): number {
  const url = `https://${host}/${n}`;
  archive.addCandidates('natmed', [candidate(n, { url })], AT);
  return archive.savePage(page(n, { url, finalUrl: url, body }));
}

type Stored = { page: number; dictionary: number | null; stored: number };

function stored(): Stored[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare('SELECT page, dictionary, length(data) AS stored FROM bodies').all();
  db.close();
  return rows as Stored[];
}

test('pages of one host are kept against an earlier one, until the design changes', () => {
  const bodies = [1, 2, 3].map((n) => designed(1, n)).concat([4, 5, 6].map((n) => designed(2, n)));
  const ids = bodies.map((body, n) => save('satu.test', n, body));
  const other = save('dua.test', 1, designed(1, 1));
  const rows = stored();
  expect(rows.map(({ dictionary }) => dictionary)).toEqual([
    null,
    ids[0],
    ids[0],
    null,
    ids[3],
    ids[3],
    null,
  ]);
  expect(rows[1]?.stored).toBeLessThan((rows[0]?.stored ?? 0) / 20);
  archive.close();
  archive = openArchive(path);
  for (const [n, id] of ids.entries()) {
    expect(Buffer.from(archive.page(id)?.body ?? []).equals(bodies[n] ?? Buffer.of())).toBe(true);
  }
  expect(archive.page(other)?.body.length).toBe(designed(1, 1).length);
});

test('any bytes come back', () => {
  let n = 0;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (body) => {
      n += 1;
      const id = save('apa.test', n, Uint8Array.from(body));
      expect(Buffer.from(archive.page(id)?.body ?? []).equals(body)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a dictionary that was rolled back is not used', () => {
  expect(() =>
    archive.transaction(() => {
      save('satu.test', 1, designed(1, 1));
      save('satu.test', 2, designed(1, 2));
      throw new Error('stop');
    }),
  ).toThrow('stop');
  const first = save('satu.test', 1, designed(2, 1));
  const second = save('satu.test', 2, designed(2, 2));
  archive.close();
  archive = openArchive(path);
  expect(Buffer.from(archive.page(second)?.body ?? []).equals(designed(2, 2))).toBe(true);
  expect(stored().map(({ dictionary }) => dictionary)).toEqual([null, first]);
});

test('the same bytes fetched again are the same page; others are another', () => {
  const id = save('satu.test', 1, designed(1, 1));
  expect(save('satu.test', 1, designed(1, 1))).toBe(id);
  const url = 'https://satu.test/1';
  const again = page(1, { url, finalUrl: url, body: designed(1, 1), fetchedAt: later(1) });
  expect(archive.savePage(again)).toBe(id);
  expect(archive.savePage({ ...again, body: designed(1, 2) })).not.toBe(id);
  expect(archive.page(id)?.fetchedAt).toBe(AT);
  expect(archive.pageHash(id)).toMatch(/^[0-9a-f]{64}$/);
  expect(archive.page(999)).toBeNull();
});
