// A start page in a tab → the way of an analyst who has never seen it: how many stories on alleged violations in a province
// in the campaign of Pilkada 2024, and from which outlets, in four clicks; then exactly that as a file.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Archive } from '../../archive/open.ts';

export type Place = {
  province: string;
  name: string;
  /** So many articles must answer at least, so that the way leads somewhere. */
  least: number;
};

export async function goAnAnalystsWay(
  tab: Page,
  start: string,
  { reports }: Pick<Archive, 'reports'>,
  { province, name: named, least }: Place,
): Promise<void> {
  await tab.goto(start);
  const facets = tab.getByRole('complementary');
  for (const name of ['Dugaan pelanggaran', named, 'Pilkada 2024', 'Kampanye'])
    await facets.getByRole('link', { name, exact: true }).first().click();
  const { searchParams } = new URL(tab.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    jenis: 'dugaan',
    wilayah: province,
    pemilihan: 'pilkada-2024',
    tahapan: 'kampanye',
  });
  const asked = {
    coverage: 'dugaan',
    region: province,
    election: 'pilkada-2024',
    stage: 'kampanye',
    decision: 'seen',
    advertorial: false,
  } as const;
  const wanted = reports.counts(asked);
  expect(wanted.articles).toBeGreaterThanOrEqual(least);
  const figures = await tab.locator('.figures').first().innerText();
  expect(figures).toMatch(new RegExp(`Cerita\\s+${wanted.stories}\\s`));
  expect(figures).toMatch(new RegExp(`Media\\s+${wanted.outlets}\\s`));
  const outlets = tab.locator('.ranking').first().getByRole('link');
  expect(await outlets.allInnerTexts()).toEqual(
    reports.breakdown(asked, 'site').map(({ value }) => reports.sites().get(value)?.name),
  );

  const link = tab.getByRole('link', { name: 'CSV', exact: true });
  const [file] = await Promise.all([tab.waitForEvent('download'), link.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  // A text of several lines is one row: rows begin with an id, behind an apostrophe where it looks like a number.
  const ids = Buffer.concat(chunks)
    .toString('utf8')
    .split('\r\n')
    .flatMap((line) => /^\uFEFF?"?'?([0-9a-f]{16})/.exec(line)?.[1] ?? []);
  const listed = [...reports.articlesMatching(asked)].map(({ id }) => id);
  expect(ids.toSorted()).toEqual(listed.toSorted());
}
