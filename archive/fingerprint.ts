// Addresses and JSON values in; the hashes that stand for them out.
import { hash } from 'node:crypto';

/** SHA-256, hex. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** The id of the article at a canonical address: the first 16 hex digits of its SHA-256. */
export const articleIdOf = (canonicalUrl: string): string => sha256(canonicalUrl).slice(0, 16);

/** SHA-256 over values, the order of keys in their objects aside. */
export function fingerprint(...values: unknown[]): string {
  return sha256(values.map(canonical).join('\0'));
}

/** JSON with the keys of each object in order. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
