// The whole dashboard, as serve assembles it, over an archive in memory; and browsers that keep cookies and send its forms.
import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../../archive/open.ts';
import { accessOf } from '../../../cli/access.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { createWebsite } from '../../../cli/web.ts';
import { hashSecret, newSessionKey } from '../../../oversight/accounts/secrets.ts';
import type { TokenScope } from '../../../schemas/account.ts';
import { Config } from '../../../schemas/config.ts';
import type { Role } from '../../../schemas/viewer.ts';

export const PASSWORD = 'kuda laut di Bontang';
const knowledge = loadKnowledge(KNOWLEDGE_DIR);

export type Stage = { archive: Archive; app: Hono; access: ReturnType<typeof accessOf> };

export function newWebsite(
  settings: Partial<Config> = {},
  archive = openArchive(':memory:'),
  data = '/nowhere',
): Stage {
  onTestFinished(() => {
    archive.close();
  });
  const config = { ...Config.parse({}), ...settings };
  const workplace = { data, config, log: () => {}, archive };
  const app = createWebsite(workplace, knowledge, () => '127.0.0.1');
  return { archive, app, access: accessOf(archive) };
}

/** Without the slow hash of a password: such an account cannot sign in. */
export function addAccount(
  { archive }: Pick<Stage, 'archive'>,
  name: string,
  role: Role,
  regions: [string, ...string[]] | null = null,
): void {
  const createdAt = '2026-11-24T01:00:00Z';
  archive.desk.accounts.add({ name, role, regions, createdAt }, '$scrypt$ln=15,r=8,p=3$AAAA$AAAA');
}

export const addToken = ({ access }: Stage, account: string, scopes: TokenScope[]): string => {
  const by = { who: null, from: 'test' };
  const made = access.addToken({ account, label: 'uji', scopes, days: 1 }, by);
  if (!made.ok) throw new Error(made.error);
  return made.value.token;
};

export type Answer = { status: number; text: string; headers: Headers };

export type Browser = {
  cookies: Map<string, string>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Sends a form with the hidden field of the page at `page`, as a browser does. */
  submit: (page: string, action: string, fields: Record<string, string>) => Promise<Answer>;
  /** Sends a form as it is. */
  post: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
};

export const HOST = '127.0.0.1:8030';

export function newBrowser(app: Hono, host = HOST): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = new Headers({ host, accept: 'text/html,*/*' });
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const response = await app.request(`http://${host}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const post: Browser['post'] = (path, fields, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    submit: async (page, action, fields) => {
      const { text } = await ask(page, {});
      const [, token = ''] = /name="_kunci" value="([^"]*)"/.exec(text) ?? [];
      return post(action, { _kunci: token, ...fields }, { origin: `http://${host}` });
    },
  };
}

/** A browser in which the account is signed in already. */
export function signedIn({ app, archive }: Stage, account: string): Browser {
  const browser = newBrowser(app);
  const key = newSessionKey(randomBytes);
  const at = new Date().toISOString();
  archive.desk.sessions.add(hashSecret(key), { account, startedAt: at, seenAt: at, from: 'test' });
  browser.cookies.set('pantau', key);
  return browser;
}
