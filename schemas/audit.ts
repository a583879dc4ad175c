// The audit log: who did what, when, to what, from where.
import { z } from 'zod';

export const AuditAction = z.enum([
  'login',
  'login.failed',
  'login.limited',
  'logout',
  'account.added',
  'account.changed',
  'account.password',
  'account.disabled',
  'account.enabled',
  'token.added',
  'token.revoked',
  'review',
  'case',
  'watch',
  'export',
  'settings',
]);
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditEntry = z.object({
  /** Counts up; holes do not occur. */
  n: z.int(),
  /** UTC, ISO 8601. */
  at: z.string(),
  /** The account; for a failed login the name that was given; null where nobody signed in. */
  who: z.string().nullable(),
  action: AuditAction,
  /** What it was done to, for example the name of an account or the address of an export. */
  what: z.string(),
  /** Address of the client; 'console' for a verb of the command line. */
  from: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
