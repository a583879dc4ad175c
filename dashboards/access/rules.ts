// A method and a path in; what it takes to be let through out. What is not listed takes most.
import type { AuditAction } from '../../schemas/audit.ts';
import type { TokenScope } from '../../schemas/account.ts';
import type { Role } from '../../schemas/viewer.ts';
import type { Visitor } from './ports.ts';

export type Need = {
  /** 'open': everybody, signed in or not. 'public': whoever may read, in public mode everybody. */
  entry: 'open' | 'public' | 'account';
  role: Role;
  /** What a token must allow; null: no token does, only a person who signed in. */
  scope: TokenScope | null;
  /** Only for viewers that no region limits: it tells of the whole archive. */
  everywhere?: boolean;
  /** How it is noted once done. */
  audit: AuditAction | null;
};

const OPEN: Need = { entry: 'open', role: 'reader', scope: 'read', audit: null };
const READ: Need = { entry: 'public', role: 'reader', scope: 'read', audit: null };
const EXPORT: Need = { entry: 'public', role: 'reader', scope: 'export', audit: 'export' };
const OWN: Need = { entry: 'account', role: 'reader', scope: null, audit: null };
const ADMIN: Need = { entry: 'account', role: 'admin', scope: null, audit: null };
const METRICS: Need = { ...READ, entry: 'account', everywhere: true };

/** First match counts. `safe`: GET and HEAD; a rule without it is for both. */
const RULES: { path: RegExp; safe?: boolean; need: Need }[] = [
  { path: /^\/(healthz|ikon\.svg|[a-z-]+\.(css|js))$/, safe: true, need: OPEN },
  { path: /^\/(masuk|keluar)$/, need: OPEN },
  { path: /^\/akun(\/|$)/, need: OWN },
  { path: /^\/kelola(\/|$)/, need: ADMIN },
  { path: /^\/metrics$/, safe: true, need: METRICS },
  { path: /\/bukti\.wacz$/, safe: true, need: { ...EXPORT, entry: 'account' } },
  { path: /(^|\/)(ekspor|export)(\/|\.|$)/, safe: true, need: EXPORT },
  { path: /\.(csv|jsonl|parquet|xlsx|pdf|wacz)$/, safe: true, need: EXPORT },
  {
    path: /^\/($|(artikel|peta|bandingkan|jenis|sumber|metode|grafik|angka|umpan|api)(\/|\.|$))/,
    safe: true,
    need: READ,
  },
];

/** A page of a desk: whoever has an account reads it. */
const DESK: Need = { entry: 'account', role: 'reader', scope: 'read', audit: null };

/** What writes is noted by its first word; 'settings' for what has no word of its own. */
const WRITES: Record<string, AuditAction> = {
  tinjau: 'review',
  artikel: 'review',
  perkara: 'case',
  pantauan: 'watch',
};

/** What a request takes. A new page is for accounts, a new way to write for reviewers, until a rule says otherwise. */
export function needOf(method: string, path: string): Need {
  const safe = method === 'GET' || method === 'HEAD';
  const rule = RULES.find((one) => one.path.test(path) && (one.safe ?? safe) === safe);
  if (rule !== undefined) return rule.need;
  if (safe) return DESK;
  const action = WRITES[path.split('/')[1] ?? ''] ?? 'settings';
  return { entry: 'account', role: 'reviewer', scope: 'review', audit: action };
}

const RANK: Record<Role, number> = { reader: 0, reviewer: 1, admin: 2 };

/** Whether somebody who is let in at all may do it. */
export const mayDo = ({ viewer, scopes }: Visitor, { role, scope, everywhere }: Need): boolean =>
  RANK[viewer.role] >= RANK[role] &&
  (everywhere !== true || viewer.regions === null) &&
  (scopes === null || (scope !== null && scopes.includes(scope)));
