// What a desk keeps in the archive: who may enter, how, and what they did.
import { accounts } from './accounts.ts';
import type { Accounts } from './accounts.ts';
import { audit } from './audit.ts';
import type { Audit } from './audit.ts';
import { cases } from './cases.ts';
import type { Cases } from './cases.ts';
import type { Database } from './database.ts';
import type { MovedIds } from './moved-ids.ts';
import { reviews } from './reviews.ts';
import type { Reviews } from './reviews.ts';
import { loginAttempts, sessions, tokens } from './sessions.ts';
import type { LoginAttempts, Sessions, Tokens } from './sessions.ts';

export type Desk = {
  accounts: Accounts;
  sessions: Sessions;
  tokens: Tokens;
  attempts: LoginAttempts;
  audit: Audit;
  /** What people said of tags. */
  reviews: Reviews;
  cases: Cases;
};

export const desk = (db: Database, ids: MovedIds): Desk => ({
  accounts: accounts(db),
  sessions: sessions(db),
  tokens: tokens(db),
  attempts: loginAttempts(db),
  audit: audit(db),
  reviews: reviews(db, ids),
  cases: cases(db),
});
