// A password in; a salted scrypt hash as PHC string out, and whether a password belongs to one.
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Chance } from './secrets.ts';

/** OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3 (32 MiB and about 0.2 s a try). */
const COST = { ln: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** Characters. */
const MIN_PASSWORD = 12;
const MAX_PASSWORD = 256;

export type PasswordFault = 'too-short' | 'too-long' | 'is-the-name' | 'too-simple';

/** What is wrong with a new password, or null. Length counts most (NIST SP 800-63B); no rules on kinds of characters. */
export function passwordFault(password: string, name: string): PasswordFault | null {
  if (password.length < MIN_PASSWORD) return 'too-short';
  if (password.length > MAX_PASSWORD) return 'too-long';
  const plain = password.toLowerCase();
  if (plain.replaceAll(name, '').length < MIN_PASSWORD / 2) return 'is-the-name';
  return new Set(plain).size < 5 ? 'too-simple' : null;
}

/** `$scrypt$ln=15,r=8,p=3$salt$key`, base64 without padding. */
export async function hashPassword(password: string, chance: Chance): Promise<string> {
  const salt = chance(SALT_BYTES);
  const key = await derive(password, salt, COST);
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(key)}`;
}

/** Costs the same for null as for a hash: who asks learns nothing of which accounts there are. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const parts = hash === null ? null : PHC.exec(hash)?.groups;
  if (hash !== null && parts === undefined) throw new Error('a stored password is no scrypt hash');
  const { ln, r, p, salt, key } = parts ?? {};
  const wanted = Buffer.from(key ?? '', 'base64');
  const cost = ln === undefined ? COST : { ln: Number(ln), r: Number(r), p: Number(p) };
  const given = await derive(password, Buffer.from(salt ?? NO_SALT, 'base64'), cost);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

const PHC =
  /^\$scrypt\$ln=(?<ln>\d+),r=(?<r>\d+),p=(?<p>\d+)\$(?<salt>[A-Za-z0-9+/]+)\$(?<key>[A-Za-z0-9+/]+)$/;
const NO_SALT = 'AAAAAAAAAAAAAAAAAAAAAA';

/** Normalised, so that one password typed on two keyboards is one. */
function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  const { ln, r, p } = cost;
  const N = 2 ** ln;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
