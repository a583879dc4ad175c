// Addresses and JSON values in; the hashes that stand for them out.
import { hash } from 'node:crypto';

/** SHA-256, hex. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** The id of the article at a canonical address: the first 16 hex digits of its SHA-256. */
export const articleIdOf = (canonicalUrl: string): string => sha256(canonicalUrl).slice(0, 16);

/** SHA-256 over values, the order of keys in their objects aside. */
export const fingerprint = (...values: unknown[]): string => sha256(JSON.stringify(sorted(values)));

/** A copy with the keys of each object in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value).sort(byKey)) copy[key] = sorted(field);
  return copy;
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
