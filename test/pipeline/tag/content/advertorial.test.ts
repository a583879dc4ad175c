// Marks of paid content in every form that the regional press sets them, and what only looks like one.
import { expect, test } from 'vitest';
import { contentOf } from './read.ts';

const BODY = 'Ketua DPRD meminta ASN netral pada Pilkada. Ia berharap warga ikut mengawasi.';

test.for([
  `${BODY} (ADV)`,
  `${BODY}(Adv/Setwan)`,
  `${BODY} (rm/adv)`,
  `${BODY} (ADV/DPRD Kutim)`,
  `${BODY} (advertorial)`,
  `${BODY}\n\n[Ryu|Adv DPRD Bontang]`,
  `${BODY} *Adv`,
  `${BODY}\n\nAdvertorial`,
  `${BODY} | Adv Diskominfo Kaltim`,
  `Pariwara\n\n${BODY} Berita ini panjang sekali dan tidak sekadar menu.`,
  `Advertorial\n\nRedaksi\n\n8 Desember 2022\n\n${BODY}`,
  `in Advetorial, Daerah, Politik\n\n${BODY}`,
  `${BODY} (Kerja Sama Diskominfo Gunung Mas)`,
])('paid: %s', (text) => {
  const tags = contentOf({ title: 'DPRD Minta ASN Netral', text });
  expect(tags.advertorial).toBe(true);
  expect(tags.reasons.some(({ tag }) => tag === 'advertorial')).toBe(true);
});

test.for([
  BODY,
  `${BODY}\n\nADVERTISEMENT\n\nSCROLL TO CONTINUE WITH CONTENT\n\n${BODY}`,
  `${BODY}\n\nAdvertisement\n\n${BODY}`,
  `Pers mencari profit dari berita advertorial. ${BODY}`,
  `Koordinasi dan kerja sama antarlembaga penting. ${BODY}`,
  `Beranda\n\nDaerah\n\nAdvertorial\n\nPolitik\n\nOlahraga\n\n${BODY}`,
  `- Nasional\n- Olahraga\n- Opini\n- Advetorial\n\nDEMAK – ${BODY}`,
  `Nasional - Olahraga - Hiburan - Opini - Advetorial\n\nDEMAK – ${BODY}`,
  `Kuasa hukum pemohon, Adv. Fahmi Siregar, menilai KPU keliru. ${BODY}`,
])('not paid: %s', (text) => {
  expect(contentOf({ title: 'DPRD Minta ASN Netral', text }).advertorial).toBe(false);
});

test.for([
  [{ title: '(ADV) DPRD Minta ASN Netral' }, true],
  [{ title: 'DPRD Minta ASN Netral (Advertorial)' }, true],
  [{ title: 'DPRD Minta ASN Netral', url: 'https://koran.id/advertorial/123-asn-netral' }, true],
  [{ title: 'DPRD Minta ASN Netral', url: 'https://koran.id/advokasi/123' }, false],
  [{ title: 'DPRD Minta ASN Netral', markedAdvertorial: true }, true],
] as const)('%j', ([fields, paid]) => {
  expect(contentOf({ text: BODY, ...fields }).advertorial).toBe(paid);
});
