// Who must be neutral or is accused: groups named beside civil servants, in passing, as the object of an act.
import { expect, test } from 'vitest';
import { ABOUT, contentOf } from './read.ts';

test.for([
  ['Bupati meminta ASN netral pada Pilkada.', ['asn']],
  ['Bupati meminta PNS dan PPPK netral pada Pilkada.', ['asn', 'pppk']],
  ['ASN, P3K dan honorer harus netral pada Pilkada.', ['asn', 'pppk', 'non_asn']],
  ['ASN dan tenaga harian lepas dilarang ikut kampanye.', ['asn', 'non_asn']],
  ['Netralitas ASN dan kepala desa dijaga pada Pilkada.', ['asn', 'kepala_desa']],
  [
    'ASN, keuchik, serta aparatur gampong diminta tidak memihak.',
    ['asn', 'kepala_desa', 'perangkat_desa'],
  ],
  ['ASN dan perbekel harus netral.', ['asn', 'kepala_desa']],
  ['ASN dan pegawai BUMD jangan jadi tim sukses.', ['asn', 'bumn_bumd']],
  ['Camat itu mengumpulkan kepala desa untuk memenangkan calon bupati.', ['asn']],
  ['Aparat keamanan menjaga kantor Bawaslu. Netralitas ASN dibahas.', ['asn']],
] as const)('%s', ([sentence, actors]) => {
  const tags = contentOf({ title: 'Netralitas Jelang Pilkada', text: `${sentence}\n\n${ABOUT}` });
  expect(tags.actors).toEqual([...actors]);
  for (const actor of actors) {
    expect(tags.reasons.some(({ tag }) => tag === `actor:${actor}`)).toBe(true);
  }
});

test('soldiers and police count where title and lead speak of them, not where they are named once', () => {
  const title = 'Bawaslu Ingatkan ASN, TNI dan Polri Netral';
  const text = `ASN, TNI dan Polri harus netral pada Pemilu 2024.\n\n${ABOUT}`;
  expect(contentOf({ title, text }).actors).toEqual(['asn', 'tni', 'polri']);
  const passing = `${ABOUT}\n\nSekda meminta ASN menjauhi kampanye. ASN wajib netral. Menurutnya ASN berbeda dari TNI dan Polri.`;
  expect(contentOf({ title: 'Sekda Minta ASN Netral', text: passing }).actors).toEqual(['asn']);
});

test('in an appeal whoever of the village is named is spoken to, elsewhere a bare name is not enough', () => {
  const lines = `Bupati meminta ASN menjaga netralitas pada Pilkada.\n\n${ABOUT}`;
  const village = 'Dana desa, pesannya kepada camat, bukan umpan. Wali nagari juga kena sentil.';
  const appeal = contentOf({
    title: 'Bupati Minta ASN Jaga Netralitas, Jangan Ikut Kampanye',
    text: `${lines}\n\n${village}`,
  });
  expect(appeal.coverage).toBe('imbauan');
  expect(appeal.actors).toEqual(['asn', 'kepala_desa']);
  const sanction = contentOf({
    title: 'Terbukti Tak Netral, Camat Dijatuhi Sanksi Disiplin',
    text: `Bupati menjatuhkan hukuman disiplin kepada camat yang terbukti tidak netral.\n\n${village}`,
  });
  expect(sanction.coverage).toBe('sanksi');
  expect(sanction.actors).toEqual(['asn']);
});
