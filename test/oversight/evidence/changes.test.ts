// What a site changed, when it was last there, and who carries the old text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, wordDiff } from '../../../oversight/evidence/changes.ts';
import { extracted, later } from '../../archive/make.ts';
import { rig } from './rig.ts';

test('an edit is shown word by word, a new reading of the same text is none', () => {
  expect(wordDiff('Camat Bontang hadir kampanye.', 'Oknum camat hadir kampanye.')).toEqual([
    { kind: 'removed', text: 'Camat Bontang' },
    { kind: 'added', text: 'Oknum camat' },
    { kind: 'same', text: ' hadir kampanye.' },
  ]);
  const made = rig();
  const id = made.save(1, 0);
  made.save(1, 1, { tags: { ...made.archive.article(id)!.tags, coverage: 'dugaan' } }, 'b');
  expect(changesOf(made.archive, id)?.edits).toEqual([]);
});

test('the pieces are the old text and the new one', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '.', 'netral ') });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = wordDiff(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\s+/g, '');
      expect(without('added')).toBe(before.replaceAll(/\s+/g, ''));
      expect(without('removed')).toBe(after.replaceAll(/\s+/g, ''));
    }),
  );
});

test('two long texts that have nothing in common are shown whole, at once', () => {
  const text = (word: string): string =>
    Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ');
  expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

const OLD =
  'Camat Bontang Utara hadir dalam kampanye paslon nomor dua, kata Bawaslu. Kasus ditangani.';
const NEW = 'Seorang pejabat hadir dalam acara, kata Bawaslu. Kasus ditangani.';

test('a copy that still has what was taken out is told from one that was corrected too', () => {
  const made = rig();
  const of = (text: string) => ({ extracted: extracted({ text }), textKey: 'naskah' });
  const id = made.save(1, 0, of(OLD));
  const copy = made.save(2, 0, of(`${OLD} (sumber: Natmed)`));
  const corrected = made.save(3, 0, of(OLD), 'x');
  made.save(1, 5, { ...of(NEW), textKey: 'lain' }, 'y');
  made.save(3, 6, of(NEW), 'z');
  made.archive.markGone('https://natmed.test/artikel-1', 410, later(9));
  const changes = changesOf(made.archive, id);
  expect(changes?.copies.map(({ id: other, carries }) => [other, carries])).toEqual([
    [copy, 'all'],
    [corrected, 'none'],
  ]);
  expect(changes?.gone).toEqual({ goneAt: later(9), lastSeen: later(5) });
});

test('last seen is the last time that it said the same, though no page was stored then', () => {
  const made = rig();
  const id = made.save(1, 0);
  made.archive.keepUnchanged('https://natmed.test/artikel-1', later(20));
  made.archive.markGone('https://natmed.test/artikel-1', 404, later(25));
  expect(changesOf(made.archive, id)?.gone).toEqual({ goneAt: later(25), lastSeen: later(20) });
});

test('an unknown article has none', () => {
  expect(changesOf(rig().archive, 'x')).toBe(null);
});
