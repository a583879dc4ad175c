// A moment and a zone of Indonesia in; the time as a person there writes it out.
import { ZONE_MINUTES, type Zone } from '../../schemas/region.ts';

const MONTHS =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );
const two = (n: number): string => String(n).padStart(2, '0');

/** '5 November 2024 pukul 10.23 WITA'. */
export function clock(at: string, zone: Zone): string {
  const local = new Date(Date.parse(at) + ZONE_MINUTES[zone] * 60_000);
  const day = `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()] ?? ''} ${local.getUTCFullYear()}`;
  return `${day} pukul ${two(local.getUTCHours())}.${two(local.getUTCMinutes())} ${zone}`;
}
