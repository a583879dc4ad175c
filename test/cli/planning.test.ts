// The election calendar's rules and the articles of an archive → when a source is due.
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { createPlanner, electionLimit } from '../../cli/planning.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { StageRule } from '../../schemas/config.ts';
import { siteAt } from '../crawlers/rig.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const rules = [
  { stages: ['kampanye'], maxMinutes: 60 },
  { stages: ['masa-tenang', 'pemungutan-suara'], maxMinutes: 15 },
].map((rule) => StageRule.parse(rule));
const limit = electionLimit(rules, knowledge);

test.for([
  { name: 'campaign of Pilkada 2024 in Bontang', region: '64.74', day: '2024-10-15', minutes: 60 },
  { name: 'quiet days', region: '64.74', day: '2024-11-25', minutes: 15 },
  { name: 'the day itself', region: '64', day: '2024-11-27', minutes: 15 },
  { name: 'between elections', region: '64.74', day: '2023-08-01', minutes: null },
  {
    name: 'Jakarta’s kota elect nobody, but their province does',
    region: '31.71',
    day: '2024-11-25',
    minutes: 15,
  },
  {
    name: 'no Pilkada in Yogyakarta’s palace province, but in its regencies',
    region: '34',
    day: '2024-11-25',
    minutes: 15,
  },
  { name: 'a national source', region: null, day: '2024-11-25', minutes: 15 },
  { name: 'Pemilu is everywhere', region: '34', day: '2024-02-12', minutes: 15 },
  {
    name: 'quiet days of a vote that is repeated',
    region: '13.08',
    day: '2025-04-17',
    minutes: 15,
  },
  { name: 'where none is repeated', region: '64.74', day: '2025-04-17', minutes: null },
])('$name: $minutes', ({ region, day, minutes }) => {
  expect(limit(region, day)).toBe(minutes);
});

test('the rhythm is learnt from what the archive holds, and a stopped round is due again at once', () => {
  const archive = openArchive(':memory:');
  const site = siteAt('https://x.id', { interval: { min: 15, max: 240 } });
  const start = Date.parse('2024-11-05T00:00:00Z');
  const iso = (ms: number): string => new Date(ms).toISOString();
  archive.saveSites([site], iso(start));
  const candidates = Array.from({ length: 500 }, (_, n) => ({
    url: `https://x.id/${n}`,
    foundBy: 'feed' as const,
    title: null,
    published: iso(start - n * 40 * 60_000),
    modified: null,
  }));
  archive.addCandidates(site.id, candidates, iso(start));
  let now = start;
  const gate = { heldUntil: () => 0 } as unknown as Parameters<
    typeof createPlanner
  >[0]['crawler']['web']['gate'];
  const planner = createPlanner({
    archive,
    crawler: { web: { gate } } as Parameters<typeof createPlanner>[0]['crawler'],
    limit: () => null,
    now: () => now,
  });
  const minutes = (planner.begun(site, start) - start) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(40);
  expect(minutes).toBeLessThanOrEqual(45);
  now += 5 * 60_000;
  planner.ended(site, start, 'stopped');
  expect(archive.scheduleOf(site.id)).toMatchObject({ nextDue: iso(now), why: 'rhythm' });
  planner.ended(site, start, 'failed');
  expect(archive.scheduleOf(site.id)).toMatchObject({ why: 'resting', failures: 1, every: 30 });
  planner.ended(site, start, 'done');
  expect(archive.scheduleOf(site.id)).toMatchObject({ why: 'rhythm', failures: 0, every: minutes });
  archive.close();
});
