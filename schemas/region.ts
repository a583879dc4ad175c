// Kemendagri region codes as idn-area-data writes them: '64' a province, '64.74' a kabupaten or kota.
import { z } from 'zod';

export const RegionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/, "a Kemendagri code such as '64' or '64.74', quoted in YAML");
export type RegionCode = z.infer<typeof RegionCode>;

/** '64.74' → '64'; a province is its own province. */
export const provinceOf = (code: RegionCode): RegionCode => code.slice(0, 2);

/** True for a region of `within` or one below it; null, a national source, is within no region. Undefined: no limit. */
export const isWithin = (
  code: RegionCode | null,
  within: readonly RegionCode[] | undefined,
): boolean =>
  within === undefined ||
  (code !== null && (within.includes(code) || within.includes(provinceOf(code))));

export type Zone = 'WIB' | 'WITA' | 'WIT';

const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

/** The time zone of a region (Keppres 41/1987); null, a national source, prints WIB. */
export function zoneOf(code: RegionCode | null): Zone {
  const province = code === null ? '' : provinceOf(code);
  if (WITA.has(province)) return 'WITA';
  return WIT.has(province) ? 'WIT' : 'WIB';
}

/** Minutes east of UTC. */
export const ZONE_MINUTES = { WIB: 420, WITA: 480, WIT: 540 } as const satisfies Record<
  Zone,
  number
>;
