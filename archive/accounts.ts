// Accounts and how they are limited, with the hash of their password; kept in and read from the archive.
import type { Account } from '../schemas/account.ts';
import type { Database } from './database.ts';

export type Accounts = {
  /** Whether any account was ever added; disabled ones count. */
  any(): boolean;
  /** Whether somebody can sign in. */
  anyEnabled(): boolean;
  list(): Account[];
  get(name: string): Account | null;
  /** PHC string; null where there is no such account or it is disabled. */
  passwordOf(name: string): string | null;
  /** False where the name is taken. */
  add(account: Omit<Account, 'disabledAt'>, password: string): boolean;
  setRole(name: string, role: Account['role']): void;
  setRegions(name: string, regions: Account['regions']): void;
  /** Ends the sessions of the account. */
  setPassword(name: string, password: string): void;
  /** `at`: since when it is disabled, which ends its sessions; null enables it. */
  setDisabled(name: string, at: string | null): void;
};

type Row = {
  name: string;
  role: Account['role'];
  regions: string | null;
  created_at: string;
  disabled_at: string | null;
};

export function accounts(db: Database): Accounts {
  const columns = 'SELECT name, role, regions, created_at, disabled_at FROM accounts';
  const all = db.query<Row>(`${columns} ORDER BY name`);
  const one = db.query<Row>(`${columns} WHERE name = ?`);
  const first = db.query<{ n: number }>('SELECT 1 AS n FROM accounts LIMIT 1');
  const firstEnabled = db.query<{ n: number }>(
    'SELECT 1 AS n FROM accounts WHERE disabled_at IS NULL LIMIT 1',
  );
  const password = db.query<{ password: string }>(
    'SELECT password FROM accounts WHERE name = ? AND disabled_at IS NULL',
  );
  const insert = db.query(
    `INSERT INTO accounts (name, role, regions, password, created_at)
     VALUES ($name, $role, $regions, $password, $createdAt) ON CONFLICT (name) DO NOTHING`,
  );
  const setRole = db.query('UPDATE accounts SET role = ? WHERE name = ?');
  const setRegions = db.query('UPDATE accounts SET regions = ? WHERE name = ?');
  const setPassword = db.query('UPDATE accounts SET password = ? WHERE name = ?');
  const setDisabled = db.query('UPDATE accounts SET disabled_at = ? WHERE name = ?');
  const endSessions = db.query('DELETE FROM sessions WHERE account = ?');
  return {
    any: () => first.get() !== undefined,
    anyEnabled: () => firstEnabled.get() !== undefined,
    list: () => all.all().map(asAccount),
    get: (name) => {
      const row = one.get([name]);
      return row === undefined ? null : asAccount(row);
    },
    passwordOf: (name) => password.get([name])?.password ?? null,
    add: ({ name, role, regions, createdAt }, hash) =>
      insert.run({ name, role, regions: asText(regions), password: hash, createdAt }) > 0,
    setRole: (name, role) => void setRole.run([role, name]),
    setRegions: (name, regions) => void setRegions.run([asText(regions), name]),
    setPassword: (name, hash) => {
      db.transaction(() => {
        setPassword.run([hash, name]);
        endSessions.run([name]);
      });
    },
    setDisabled: (name, at) => {
      db.transaction(() => {
        setDisabled.run([at, name]);
        if (at !== null) endSessions.run([name]);
      });
    },
  };
}

const asText = (regions: Account['regions']): string | null =>
  regions === null ? null : JSON.stringify(regions);

const asAccount = ({ name, role, regions, created_at, disabled_at }: Row): Account => ({
  name,
  role,
  regions: regions === null ? null : JSON.parse(regions),
  createdAt: created_at,
  disabledAt: disabled_at,
});
