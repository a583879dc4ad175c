// Secrets that are handed out once and kept as hashes: session keys and API tokens.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Bytes of chance: how they are drawn is the caller's, so that tests can tell them. */
export type Chance = (bytes: number) => Buffer;

const SESSION_BYTES = 32;
const TOKEN_ID_BYTES = 6;
const TOKEN_SECRET_BYTES = 32;

/** 256 random bits need no slow hash. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

export const newSessionKey = (chance: Chance): string =>
  chance(SESSION_BYTES).toString('base64url');

/** `pantau_<id>_<secret>`: the prefix lets scanners of leaked secrets find it, the id names it in lists. */
export function newToken(chance: Chance): { id: string; secret: string; token: string } {
  const id = chance(TOKEN_ID_BYTES).toString('hex');
  const secret = chance(TOKEN_SECRET_BYTES).toString('base64url');
  return { id, secret, token: `pantau_${id}_${secret}` };
}

/** The parts of a token; null for what is none. */
export function readToken(token: string): { id: string; secret: string } | null {
  const { id, secret } =
    /^pantau_(?<id>[0-9a-f]{12})_(?<secret>[\w-]{43})$/.exec(token)?.groups ?? {};
  return id === undefined || secret === undefined ? null : { id, secret };
}

export const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
