// The office of a person who speaks → the institution behind it: a closed list, so that views can count by it.
import { z } from 'zod';

export const INSTITUTIONS = [
  'bawaslu',
  'kpu',
  'dkpp',
  'kasn',
  'bkn',
  'kemendagri',
  'kemenpanrb',
  'kepegawaian-daerah',
  'inspektorat',
  'pemda',
  'dprd',
  'polri',
  'tni',
  'kejaksaan',
  'partai',
  'akademisi',
  'masyarakat-sipil',
  'lainnya',
] as const;
export const Institution = z.enum(INSTITUTIONS);
export type Institution = z.infer<typeof Institution>;

/** The first that fits decides: 'Kepala BKPSDM Kota Bontang' is the personnel agency, not the administration. */
const SIGNS: readonly [Institution, RegExp][] = [
  ['bawaslu', /\b(bawaslu|panwas\w*|panwaslih|pengawas (?:pemilu|pemilihan)|pengawas tps|ptps)\b/i],
  ['kpu', /\b(kpu|kip|kpud|kpps|ppk kecamatan|pps|komisi pemilihan umum)\b/i],
  ['dkpp', /\bdkpp\b/i],
  ['kasn', /\b(kasn|komisi aparatur sipil negara)\b/i],
  ['bkn', /\b(bkn|badan kepegawaian negara)\b/i],
  ['kemendagri', /\b(kemendagri|mendagri|menteri dalam negeri|dirjen otda|otonomi daerah)\b/i],
  ['kemenpanrb', /\b(kemenpan\W?rb|menpan\W?rb|menteri pendayagunaan|pan\W?rb)\b/i],
  [
    'kepegawaian-daerah',
    /\b(bkpsdm\w*|bkpp\w*|bkd|bkdpsdm|bkpsdmd|bkppd|badan kepegawaian|korpri)\b/i,
  ],
  ['inspektorat', /\b(inspektorat|inspektur (?:daerah|kota|kabupaten|provinsi))\b/i],
  [
    'polri',
    /\b(polri|polda|polres\w*|polsek\w*|kapol\w*|kasat reskrim|bhabinkamtibmas|gakkumdu)\b/i,
  ],
  ['tni', /\b(tni|kodim|korem|kodam|koramil|dandim|danrem|pangdam|danramil|babinsa|lanal)\b/i],
  ['kejaksaan', /\b(kejaksaan|kejari|kajari|kejati|kajati|jaksa)\b/i],
  ['dprd', /\b(dprd|dpr|dpra|dprk|dprp|dpd ri|anggota dewan|legislator|komisi (?:i|ii|iii|iv))\b/i],
  [
    'akademisi',
    /\b(akademisi|pengamat|dosen|guru besar|profesor|universitas|rektor|dekan|pakar|peneliti)\b/i,
  ],
  [
    'partai',
    /\b(partai|dpc|dpw|tim (?:sukses|pemenangan|kampanye)|ketua dpd|paslon|calon|cawa\w*|cabup|cagub)\b/i,
  ],
  [
    'masyarakat-sipil',
    /\b(lsm|perludem|jppr|kipp|icw|lbh|ylbhi|koalisi|aliansi|jaringan|yayasan|pemantau|ormas|mahasiswa|warga|tokoh)\b/i,
  ],
  [
    'pemda',
    /\b(bupati|wabup|wali ?kota|wawali|walkot|gubernur|wagub|sekda|sekretaris daerah|sekda\w*|pemkot|pemkab|pemprov|pemda|kepala dinas|kadis\w*|dinas|camat|lurah|kepala desa|kades|asisten|kepala badan|badan|kabag|kepala bagian|kesbangpol|satpol|diskominfo|staf ahli|kepala bidang|kabid|bkad|bappeda|rsud|kepala sekolah|pj|penjabat)\b/i,
  ],
];

/** Every office has one; 'lainnya' where none of the signs is in it. An empty role names no office: null. */
export function institutionOf(role: string): Institution | null {
  if (role.trim() === '') return null;
  return SIGNS.find(([, sign]) => sign.test(role))?.[0] ?? 'lainnya';
}

/** The institutions whose people are quoted. */
export const institutionsOf = ({ speakers }: { speakers: { role: string }[] }): Institution[] => [
  ...new Set(speakers.flatMap(({ role }) => institutionOf(role) ?? [])),
];
