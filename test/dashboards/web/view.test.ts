import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtReasons } from '../../../dashboards/web/highlight.ts';
import { linkTo, readView } from '../../../dashboards/web/view.ts';

const read = (query: string): ReturnType<typeof readView> => readView(new URLSearchParams(query));

test('a view is a link: reading the address of a view gives the view', () => {
  const view = read(
    'q="tetap netral"&wilayah=64.74&pemilihan=pilkada-2024&jenis=dugaan&penilaian=seen&sumber=natmed-id&dari=2024-01-01&sampai=2024-12-31&bahasa=en',
  );
  expect(view.ignored).toEqual([]);
  const again = readView(new URL(linkTo('/artikel', view), 'http://x').searchParams);
  expect(again).toEqual(view);
});

test.for([
  'wilayah=6474',
  'pemilihan=pilkada-2023',
  'jenis=apa',
  'dari=2024-13-01',
  'sampai=kemarin',
  'entah=1',
  'hal=0',
  'hal=-1',
  'bahasa=fr',
])('%s is named as ignored and narrows nothing', (query) => {
  const view = read(query);
  expect(view.ignored).toEqual([query]);
  expect(view.filter).toEqual({});
  expect(view.page).toBe(1);
});

test('an empty field of the form is no filter', () => {
  expect(read('q=&wilayah=&dari=')).toMatchObject({ filter: {}, ignored: [] });
});

test('pieces joined are the text, and each reason covers exactly its span', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(span), (text, spans) => {
      const reasons = spans.map(([start, end], index) => ({
        tag: `region:${index}`,
        rule: 'r',
        field: 'text' as const,
        start,
        end,
        quote: text.slice(start, end),
      }));
      const pieces = cutAtReasons(text, reasons);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const reason of reasons.filter(({ start, end }) => start < end && end <= text.length)) {
        const covered = pieces.filter((piece) => piece.reasons.includes(reason));
        expect(covered.map((piece) => piece.text).join('')).toBe(reason.quote);
      }
    }),
  );
});
