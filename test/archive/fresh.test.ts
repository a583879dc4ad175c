// Bytes of stored pages are handed over once, within their room, and never in place of others.
import { expect, test } from 'vitest';
import { freshBytes } from '../../archive/fresh.ts';

const MB = 1_000_000;
const bytes = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(size);

test('the same bytes, once', () => {
  const fresh = freshBytes();
  const body = bytes(10);
  fresh.put('a', body);
  expect([fresh.take('b'), fresh.take('a'), fresh.take('a')]).toEqual([null, body, null]);
});

test('what finds no room is not kept, and the oldest stay: they are read first', () => {
  const fresh = freshBytes();
  for (const name of ['a', 'b', 'c']) fresh.put(name, bytes(4 * MB));
  expect(fresh.take('c')).toBeNull();
  expect(fresh.take('a')).not.toBeNull();
  fresh.put('d', bytes(4 * MB));
  expect(fresh.take('d')).not.toBeNull();
  expect(fresh.take('b')).not.toBeNull();
});

test('the same bytes at two addresses take room once', () => {
  const fresh = freshBytes();
  for (let times = 0; times < 5; times += 1) fresh.put('a', bytes(7 * MB));
  expect(fresh.take('a')).not.toBeNull();
  fresh.put('b', bytes(8 * MB));
  expect(fresh.take('b')).not.toBeNull();
});

test('what nobody reads here makes room after a thousand pages', () => {
  const fresh = freshBytes();
  fresh.put('old', bytes(8 * MB));
  for (let page = 0; page < 1000; page += 1) fresh.put(`page-${page}`, bytes(MB));
  fresh.put('new', bytes(MB));
  expect(fresh.take('old')).toBeNull();
  expect(fresh.take('new')).not.toBeNull();
});
