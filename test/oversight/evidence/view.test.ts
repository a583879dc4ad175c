// Captures that wait to be drawn → an entry each: the picture and what it was drawn with, or why there is none.
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { auditLog } from '../../../oversight/evidence/audit.ts';
import { entriesOf } from '../../../oversight/evidence/entries.ts';
import type { Looking } from '../../../oversight/evidence/ports.ts';
import { drawWaiting } from '../../../oversight/evidence/view.ts';
import { fail, ok } from '../../../schemas/result.ts';
import { NOW, look, rig } from './rig.ts';

const { signal } = new AbortController();

async function drawn(looking: Looking, more: { now?: number; signal?: AbortSignal } = {}) {
  const made = rig();
  const id = made.save(1, 0);
  await made.capture({ views: 'follows' });
  const deps = { archive: made.archive, key: made.key, now: () => more.now ?? NOW, look: looking };
  const entered = await drawWaiting(deps, more.signal ?? signal);
  const views = entriesOf(made.archive.evidence, id).filter(({ kind }) => kind === 'view');
  return { made, entered, view: views[0], views, deps };
}

test('picture, page as seen and what it was drawn with are kept with their hashes', async () => {
  const { made, view, entered } = await drawn(async () => ok(look()));
  expect(entered).toBe(1);
  expect(view).toMatchObject({
    kind: 'view',
    parts: [{ role: 'screenshot' }, { role: 'seen' }, { role: 'drawn' }],
    missing: [],
    refused: 2,
  });
  const seen = made.archive.evidence.part(view?.parts[1]?.sha256 ?? '');
  expect(gunzipSync(seen ?? '').toString()).toBe('<html>seen</html>');
  expect(made.archive.evidence.waiting(5)).toEqual([]);
  expect(auditLog(made.archive, { parts: true }).faults).toEqual([]);
});

test('a page without style or picture has no WARC of them', async () => {
  const { view } = await drawn(async () => ok(look({ resources: new Map() })));
  expect(view?.parts.map(({ role }) => role)).toEqual(['screenshot', 'seen']);
});

test('a failure is tried once more, then stated', async () => {
  let asked = 0;
  const { view } = await drawn(async () => {
    asked += 1;
    return fail('browser: it crashed');
  });
  expect(asked).toBe(2);
  expect(view).toMatchObject({
    parts: [],
    missing: [{ role: 'screenshot', reason: 'browser: it crashed' }, { role: 'seen' }],
  });
});

test('one that waited for more than a day is not drawn, and that is stated', async () => {
  const { view } = await drawn(async () => ok(look()), { now: NOW + 2 * 86_400_000 });
  expect(view?.missing[0]?.reason).toBe('not drawn within a day of the fetch');
});

test('what the end of the process cuts off is drawn after the restart, once', async () => {
  const stop = new AbortController();
  const cut = await drawn(
    async () => {
      stop.abort();
      return fail('browser: closed');
    },
    { signal: stop.signal },
  );
  expect(cut.views).toEqual([]);
  const again = { ...cut.deps, look: async () => ok(look()) };
  const counts = await Promise.all([drawWaiting(again, signal), drawWaiting(again, signal)]);
  expect(Math.max(...counts)).toBe(1);
  expect(auditLog(cut.made.archive, { parts: true })).toMatchObject({ lines: 3, faults: [] });
});

test('what this process may not draw waits for another, behind it the others are drawn', async () => {
  const made = rig();
  made.save(1, 0);
  made.save(2, 0);
  await made.capture({ views: 'follows' });
  expect(made.archive.evidence.waiting(5)).toHaveLength(2);
  const deps = { archive: made.archive, key: made.key, now: () => NOW };
  let asked = 0;
  const some: Looking = async () => {
    asked += 1;
    return asked === 1 ? null : ok(look());
  };
  await expect(drawWaiting({ ...deps, look: some }, signal)).resolves.toBe(1);
  expect(made.archive.evidence.waiting(5)).toHaveLength(1);
  await expect(drawWaiting({ ...deps, look: async () => null }, signal)).resolves.toBe(0);
  await expect(drawWaiting({ ...deps, look: async () => ok(look()) }, signal)).resolves.toBe(1);
  expect(made.archive.evidence.waiting(5)).toEqual([]);
});
