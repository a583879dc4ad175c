// What accounts ask of the archive: a person who signs in, a program with a token, and the log of both.
import type { Account, Token } from '../../schemas/account.ts';
import type { AuditAction, AuditEntry } from '../../schemas/audit.ts';
import type { Chance } from './secrets.ts';

/** Moments are UTC, ISO 8601; `from` is the address of a client. Met by archive.desk. */
export type DeskStore = {
  accounts: {
    any(): boolean;
    list(): Account[];
    get(name: string): Account | null;
    passwordOf(name: string): string | null;
    add(account: Omit<Account, 'disabledAt'>, password: string): boolean;
    setRole(name: string, role: Account['role']): void;
    setRegions(name: string, regions: Account['regions']): void;
    setPassword(name: string, password: string): void;
    setDisabled(name: string, at: string | null): void;
  };
  sessions: {
    add(hash: string, session: Session & { from: string }): void;
    get(hash: string): Session | null;
    seen(hash: string, at: string): void;
    end(hash: string): void;
    endAll(account: string): void;
    drop(startedBefore: string, seenBefore: string): void;
  };
  tokens: {
    add(token: Omit<Token, 'lastUsedAt' | 'revokedAt'>, hash: string): void;
    get(id: string): (Token & { hash: string }) | null;
    list(account?: string): Token[];
    used(id: string, at: string): void;
    revoke(id: string, at: string): void;
  };
  attempts: {
    since(
      at: string,
      name: string,
      from: string,
    ): { byName: number; byAddress: number; byBoth: number };
    add(name: string, from: string, at: string): number;
    forget(n: number): void;
    drop(before: string): void;
  };
  audit: {
    record(entry: Omit<AuditEntry, 'n'>): void;
    entries(filter: AuditFilter, limit: number): AuditEntry[];
  };
};

export type Session = { account: string; startedAt: string; seenAt: string };

export type AuditFilter = {
  who?: string | undefined;
  action?: AuditAction | undefined;
  before?: number | undefined;
};

/** Who acts, and from where: goes into the audit log. */
export type Actor = { who: string | null; from: string };

export type AccountDeps = {
  store: DeskStore;
  /** UTC, ISO 8601. */
  now: () => string;
  chance: Chance;
};
