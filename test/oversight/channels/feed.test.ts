// The feed of a watch, read by a parser.
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { writeFeed } from '../../../oversight/channels/feed.ts';
import { AT, later } from '../../archive/make.ts';
import { alert, watch } from '../make.ts';
import { HOSTILE, hostile, voice } from './voice.ts';

const about = { voice, self: 'https://pantau.test/pantauan/asn-kaltim/umpan.atom', now: AT };

test('Atom: an entry an alert, under its key', () => {
  const alerts = [alert({ key: 'k2', at: later(5) }), alert()];
  const feed = parseAtomFeed(writeFeed(watch(), alerts, 'atom', about));
  expect(feed.updated).toBe(later(5));
  expect(feed.entries?.map(({ id }) => id)).toEqual(['urn:pantau:k2', 'urn:pantau:k1']);
  expect(feed.entries?.[0]?.links?.[0]?.href).toContain('/artikel/0123456789abcdef');
});

test('RSS: an item an alert, under its key', () => {
  const feed = parseRssFeed(writeFeed(watch(), [alert()], 'rss', about));
  expect(feed.items?.[0]?.guid).toEqual({ value: 'urn:pantau:k1', isPermaLink: false });
});

test('a watch that told nothing has an empty feed', () => {
  expect(parseAtomFeed(writeFeed(watch(), [], 'atom', about)).entries ?? []).toEqual([]);
});

test.for(HOSTILE)('text of the press stays text: %j', (text) => {
  const atom = parseAtomFeed(writeFeed(watch(), [hostile(text)], 'atom', about)).entries ?? [];
  expect(atom).toHaveLength(1);
  expect(atom[0]?.title?.type).toBe('text');
  const rss = parseRssFeed(writeFeed(watch(), [hostile(text)], 'rss', about)).items ?? [];
  expect(rss).toHaveLength(1);
  expect(rss[0]?.title).not.toMatch(/[<>]/);
  expect(rss[0]?.description?.replaceAll('<br>', '')).not.toMatch(/[<>]/);
});
