// Who may enter: accounts, what their tokens may do, and the names of both.
import { z } from 'zod';
import { RegionCode } from './region.ts';
import { Role } from './viewer.ts';

export const AccountName = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{1,39}$/,
    "2 to 40 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit",
  );

/** read: what a reader sees; review: also confirm and correct; export: also take whole lists away. */
export const TokenScope = z.enum(['read', 'review', 'export']);
export type TokenScope = z.infer<typeof TokenScope>;

export const Account = z.object({
  name: AccountName,
  role: Role,
  /** Regions with all below them to which the account is limited; null for none. */
  regions: z.array(RegionCode).nonempty().nullable(),
  /** UTC, ISO 8601. */
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
});
export type Account = z.infer<typeof Account>;

/** A token as it is listed: its secret was shown once and is not kept. */
export const Token = z.object({
  /** Public part; names the token in lists and in the audit log. */
  id: z.string(),
  account: AccountName,
  label: z.string(),
  scopes: z.array(TokenScope).nonempty(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;
