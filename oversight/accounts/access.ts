// The archive's desk, a clock and chance in; everything that the door, the pages and the command line ask of accounts out.
import type { AuditAction, AuditEntry } from '../../schemas/audit.ts';
import { type ManageAccounts, manageAccounts } from './manage.ts';
import type { AccountDeps, Actor, AuditFilter } from './ports.ts';
import { type SignIn, signIn } from './sign-in.ts';

export type Access = SignIn &
  ManageAccounts & {
    /** Whether any account was ever added: from then on somebody must sign in. */
    any(): boolean;
    audit: {
      record(action: AuditAction, what: string, by: Actor): void;
      /** Newest first. */
      entries(filter: AuditFilter, limit: number): AuditEntry[];
    };
  };

export function openAccess(deps: AccountDeps): Access {
  const { store, now } = deps;
  return {
    ...signIn(deps),
    ...manageAccounts(deps),
    any: () => store.accounts.any(),
    audit: {
      record: (action, what, { who, from }) =>
        store.audit.record({ at: now(), who, action, what, from }),
      entries: (filter, limit) => store.audit.entries(filter, limit),
    },
  };
}
