// Two regions, enough for the search tests.
import type { Gazetteer } from '../../search/document.ts';

const NAMES: Record<string, string> = { '64': 'Kalimantan Timur', '64.74': 'Kota Bontang' };

export const gazetteer: Gazetteer = {
  regionName: (code) => NAMES[code] ?? null,
  location: (code) => (code === '64.74' ? { lat: 0.13, lon: 117.5 } : null),
  regions: Object.entries(NAMES).map(([id, name]) => ({
    id,
    name,
    kind: id.length === 2 ? 'province' : 'kota',
    province: '64',
    province_name: 'Kalimantan Timur',
    location: { lat: 0.13, lon: 117.5 },
  })),
  version: 7,
};
