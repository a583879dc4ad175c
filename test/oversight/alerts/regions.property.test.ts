// A desk is alerted on its regions alone: what it is told is what it would be told if the other articles were not there,
// in the alerts, on its pages and in its feeds.
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeWatch } from '../../../oversight/watches/write.ts';
import { addAccount, newWebsite, signedIn } from '../../dashboards/access/website.ts';
import { newFolder } from '../../archive/folder.ts';
import { watch } from '../make.ts';
import { openNewsroom } from './newsroom.ts';

const REGIONS = ['64', '64.74', '64.72', '65.71', '32.04'];
const ID = 'asn-kaltim';

const anyPiece = fc.record({
  regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 2 }),
  outlet: fc.constantFrom('natmed', 'lain', 'koran-1'),
  coverage: fc.constantFrom('dugaan' as const, 'penanganan' as const, 'sanksi' as const),
  /** Pieces with the same number carry the same text. */
  text: fc.nat(4),
  /** What happens to it later. */
  later: fc.constantFrom('nothing', 'edited', 'gone'),
});
type Spec = ReturnType<typeof anyPiece.generate>['value'];
const anyDesk = fc.uniqueArray(fc.constantFrom(...REGIONS), { minLength: 1, maxLength: 2 });

const sees =
  (desk: string[]) =>
  ({ regions }: Spec): boolean =>
    regions.some((code) => desk.includes(code) || desk.includes(code.slice(0, 2)));

const mark = (n: number): string => `penanda${n}akhir`;

/** All that the desk can learn: alerts, pages and feeds as one text. */
async function told(
  specs: Spec[],
  desk: string[],
  isThere: (spec: Spec) => boolean,
): Promise<string> {
  const own = watch({ id: ID, account: 'desk', copies: true });
  const newsroom = openNewsroom([own], { limits: desk });
  const print = (n: number, spec: Spec, more: string): void => {
    const { regions, outlet, coverage, text } = spec;
    newsroom.print(n, {
      outlet,
      title: `${mark(n)} camat`,
      text: `Naskah nomor ${text}: camat diduga mengajak warga memilih paslon ${text}.${more}`,
      tags: { regions, primary: regions[0] ?? null, coverage },
    });
  };
  for (const [n, spec] of specs.entries()) {
    if (isThere(spec)) print(n, spec, '');
    else newsroom.wait();
    newsroom.tell();
  }
  for (const [n, spec] of specs.entries()) {
    if (!isThere(spec) && spec.later !== 'nothing') newsroom.wait();
    if (isThere(spec) && spec.later === 'edited') print(n, spec, ' Camat itu kemudian membantah.');
    if (isThere(spec) && spec.later === 'gone') newsroom.remove(n);
  }
  const alerts = newsroom.tell();
  const data = newFolder();
  writeWatch(join(data, 'watches'), own);
  const stage = newWebsite({}, newsroom.archive, data);
  const [first = '', ...rest] = desk;
  addAccount(stage, 'kepala', 'admin');
  addAccount(stage, 'desk', 'reviewer', [first, ...rest]);
  const browser = signedIn(stage, 'desk');
  const pages: string[] = [];
  for (const path of ['', `/${ID}`, `/${ID}/umpan.atom`, `/${ID}/umpan.rss`]) {
    const { status, text } = await browser.get(`/pantauan${path}`);
    expect([path, status]).toEqual([path, 200]);
    pages.push(
      text.replaceAll(/name="_kunci" value="[^"]*"/g, '').replaceAll(/whsec_[\w+/=]+/g, ''),
    );
  }
  newsroom.archive.close();
  return [JSON.stringify(alerts, null, 1), ...pages]
    .join('\n')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g, (time) =>
      time.startsWith('2024') ? time : 'now',
    )
    .replaceAll(/\w{3}, \d\d \w{3} 20(?!24)\d\d [\d:]+ GMT/g, 'now');
}

test('a desk is alerted on nothing outside its regions, and alike with and without it', async () => {
  const pieces = fc.array(anyPiece, { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, anyDesk, async (specs, desk) => {
      const whole = await told(specs, desk, () => true);
      for (const [n, spec] of specs.entries())
        if (!sees(desk)(spec)) expect(whole).not.toContain(mark(n));
      expect(whole).toBe(await told(specs, desk, sees(desk)));
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
