// Addresses and JSON values in; the hashes that stand for them out.
import { createHash, hash } from 'node:crypto';

/** SHA-256, hex. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** The id of the article at a canonical address: the first 16 hex digits of its SHA-256. */
export const articleIdOf = (canonicalUrl: string): string => sha256(canonicalUrl).slice(0, 16);

/** SHA-256 over values, the order of keys in their objects aside. */
export function fingerprint(...values: unknown[]): string {
  const sum = createHash('sha256');
  for (const value of values)
    sum.update(JSON.stringify(value, sortKeys) ?? 'undefined').update('\0');
  return sum.digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
