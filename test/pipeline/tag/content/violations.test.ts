// Acts: each class once as an allegation and once as what is forbidden, supposed or denied.
import { describe, expect, test } from 'vitest';
import type { Violation } from '../../../../schemas/tag.ts';
import { ABOUT, contentOf } from './read.ts';

const violationsOf = (sentence: string): Violation[] =>
  contentOf({
    title: 'Bawaslu Periksa ASN Soal Netralitas',
    text: `${sentence} Bawaslu sudah memeriksa ASN itu dan meneruskan berkasnya ke BKN.\n\n${ABOUT}`,
  }).violations;

describe('alleged', () => {
  test.for([
    ['media_sosial', 'Ia diduga mengunggah dukungan kepada calon bupati di Facebook.'],
    ['media_sosial', 'ASN itu kedapatan menyukai dan berkomentar di akun paslon.'],
    ['foto_simbol', 'Lurah itu berfoto bersama calon wali kota.'],
    ['foto_simbol', 'Ia terekam mengacungkan dua jari saat apel.'],
    ['hadir_kampanye', 'Kepala dinas itu hadir dalam kampanye pasangan calon.'],
    ['hadir_kampanye', 'Para guru kedapatan mengantar bakal calon mendaftar ke KPU.'],
    ['alat_peraga', 'Camat itu ketahuan memasang spanduk calon bupati.'],
    ['alat_peraga', 'Ia mengenakan kaus bergambar paslon.'],
    ['pendekatan_parpol', 'Sekda itu mengambil formulir pendaftaran di DPC Golkar.'],
    ['anggota_parpol', 'Namanya tercatat sebagai anggota partai di Sipol.'],
    ['tim_sukses', 'Pegawai itu menjadi tim sukses salah satu calon.'],
    ['ajakan_dukungan', 'Kepala sekolah itu mengarahkan guru untuk memilih paslon nomor dua.'],
    ['dukungan_ktp', 'Fotokopi KTP miliknya ada dalam berkas dukungan calon perseorangan.'],
    ['fasilitas_negara', 'Mobil dinas camat dipakai mengangkut massa kampanye.'],
    [
      'kebijakan_berpihak',
      'Bupati petahana memutasi pejabat tanpa izin Kemendagri menjelang penetapan calon.',
    ],
    ['politik_uang', 'Guru itu diduga membagikan amplop berisi uang.'],
    ['media_sosial', 'Ia mengupload foto dirinya berpose salam tiga jari ke sosial media FB.'],
    ['hadir_kampanye', 'Kabid itu ikut joget di atas panggung kampanye paslon.'],
    ['pendekatan_parpol', 'Kadis itu telah menyandang status bakal calon wali kota.'],
    ['ajakan_dukungan', 'Lurah itu menggalang massa untuk mendukung salah satu paslon.'],
  ] as const)('%s: %s', ([violation, sentence]) => {
    expect(violationsOf(sentence)).toContain(violation);
  });
});

describe('not an act', () => {
  test.for([
    ['media_sosial', 'ASN dilarang mengunggah dukungan kepada calon bupati di Facebook.'],
    ['media_sosial', 'Video itu beredar di media sosial.'],
    ['media_sosial', 'Ketua Bawaslu memberi keterangan lewat pesan WhatsApp.'],
    ['foto_simbol', 'ASN tidak boleh berfoto bersama calon wali kota.'],
    ['hadir_kampanye', 'Jika ASN hadir dalam kampanye pasangan calon, sanksinya berat.'],
    ['hadir_kampanye', 'Ia tidak terbukti hadir dalam kampanye.'],
    ['alat_peraga', 'ASN jangan memasang spanduk calon bupati.'],
    ['tim_sukses', 'ASN yang menjadi tim sukses salah satu calon terancam dipecat.'],
    ['tim_sukses', 'Bolehkah ASN menjadi tim sukses calon?'],
    ['ajakan_dukungan', 'Bawaslu mengajak warga mendukung pengawasan pilkada.'],
    ['anggota_parpol', 'Larangan itu mencakup menjadi anggota partai.'],
    ['politik_uang', 'Ikrar itu memuat janji menolak politik uang.'],
    ['pendekatan_parpol', 'Bupati petahana yang kembali mencalonkan diri tidak hadir.'],
    [
      'kebijakan_berpihak',
      'Tidak ditemukan adanya unsur yang menguntungkan salah satu pasangan calon.',
    ],
    ['ajakan_dukungan', 'Camat itu mengumpulkan para lurah untuk memberi arahan.'],
    ['fasilitas_negara', 'ASN diimbau tidak memakai mobil dinas untuk kampanye.'],
  ] as const)('%s: %s', ([violation, sentence]) => {
    expect(violationsOf(sentence)).not.toContain(violation);
  });
});

test.for([
  [
    'dilarang',
    'ASN dilarang hadir dalam kampanye, namun camat itu diduga hadir dalam kampanye paslon.',
    true,
  ],
  ['melanggar larangan', 'Ia dinilai melanggar larangan memakai mobil dinas.', true],
  [
    'condition over an allegation',
    'Apabila ada ASN diduga hadir dalam kampanye, warga boleh melapor.',
    false,
  ],
] as const)('the nearest mood decides: %s', ([, sentence, told]) => {
  expect(violationsOf(sentence).length > 0).toBe(told);
});

test('an appeal lists what is forbidden: no act, unless one is alleged beside it', () => {
  const title = 'Wali Kota Ingatkan ASN Netral di Pilkada';
  const list =
    'Wali kota mengingatkan ASN. ASN tidak boleh berfoto dengan calon, mengunggah dukungan, memasang spanduk, atau menjadi tim sukses.';
  expect(contentOf({ title, text: `${list}\n\n${ABOUT}` }).violations).toEqual([]);
  const alleged = `${list} Pernyataan ini menyusul seorang lurah yang diduga menghadiri kampanye calon wali kota.`;
  expect(contentOf({ title, text: `${alleged}\n\n${ABOUT}` }).violations).toEqual([
    'hadir_kampanye',
  ]);
});

test.for([
  [
    'a poster sent to a chat group is no banner',
    'Camat itu diduga membagikan poster pasangan calon ke grup WhatsApp.',
    ['media_sosial'],
  ],
  [
    'who is told to attend does not attend',
    'Camat itu diduga meminta ketua RT menghadiri kampanye calon bupati.',
    ['ajakan_dukungan'],
  ],
  [
    'the words of article 71 are the charge',
    'Camat itu diduga membuat tindakan yang menguntungkan salah satu pasangan calon.',
    [],
  ],
] as const)('an act within another: %s', ([, sentence, violations]) => {
  expect(violationsOf(sentence)).toEqual(violations);
});
