// Every request in; let through with who looks, or turned away: wrong host, no account, not allowed, a form from elsewhere.
import type { Context, MiddlewareHandler, Next } from 'hono';
import type { AuditAction } from '../../schemas/audit.ts';
import { OWNER, type Viewer } from '../../schemas/viewer.ts';
import type { Frame } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import { type CookieRules, FORM_FIELD, formField, isOwnForm, sessionOf } from './cookies.ts';
import { type Hosts, clientAddress, isOwnHost, isOwnOrigin } from './hosts.ts';
import type { Access, Actor, Visitor } from './ports.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Need, mayDo, needOf } from './rules.ts';

export type DoorDeps = {
  access: Access;
  hosts: Hosts;
  /** Whoever is not signed in may read everything. */
  publicRead: boolean;
  /** Bytes of chance. */
  chance: (bytes: number) => Buffer;
  /** Address of the other end of the connection. */
  peer: (context: Context) => string;
  /** Around what is noted once a request is done: it waits less for another process than a crawl does. */
  writing: (work: () => Promise<void>) => Promise<void>;
};

export type Door = {
  /** To be mounted before everything that is not open to all. */
  guard: (frame: Frame) => MiddlewareHandler;
  /** Who looks: nobody, where a request did not pass the guard. */
  viewer: (context: Context) => Viewer;
  /** Who acts, and from where, for the audit log. */
  actor: (context: Context) => Actor;
  /** The hidden field of every form that is posted. */
  formField: (context: Context) => Html;
  cookies: CookieRules;
};

/** Public mode lets read, and nothing else. */
const PUBLIC: Visitor = {
  viewer: { account: null, role: 'reader', regions: null },
  scopes: ['read', 'export'],
};
/** Who looks at the page of login or is turned away: sees nothing of the archive. */
const NOBODY: Viewer = { account: null, role: 'reader', regions: [] };

export function createDoor(deps: DoorDeps): Door {
  const { access, hosts, chance, peer, writing } = deps;
  const cookies = { secure: hosts.publicUrl?.startsWith('https:') ?? false, chance };
  const viewers = new WeakMap<Request, Viewer>();
  const viewer = (context: Context): Viewer => viewers.get(context.req.raw) ?? NOBODY;
  const actor = (context: Context): Actor => ({
    who: viewer(context).account,
    from: clientAddress(peer(context), context.req.header('x-forwarded-for'), hosts),
  });
  const guard = (frame: Frame) => async (context: Context, next: Next) => {
    const { method, path } = context.req;
    const need = needOf(method, path);
    const visitor = identify(context, deps, cookies);
    viewers.set(context.req.raw, visitor?.viewer ?? NOBODY);
    const refusal = await refusalOf(context, { deps, cookies, need, visitor });
    if (refusal !== null) return refuse(context, refusal, frame);
    await next();
    context.header('x-content-type-options', 'nosniff');
    keepPrivate(context, viewer(context));
    const { audit } = need;
    if (audit !== null && isDone(context, audit))
      await writing(async () =>
        access.audit.record(audit, `${method} ${pathOf(context)}`, actor(context)),
      );
    return undefined;
  };
  return { guard, viewer, actor, cookies, formField: (context) => formField(context, cookies) };
}

/** Null where nobody is known: no account, no token, and reading is not public. */
function identify(
  context: Context,
  { access, publicRead }: DoorDeps,
  cookies: CookieRules,
): Visitor | null {
  if (!access.any()) return publicRead ? PUBLIC : { viewer: OWNER, scopes: null };
  const token = tokenOf(context);
  // Who shows a token is that token or nobody.
  if (token !== null) return access.byToken(token);
  const session = sessionOf(context, cookies);
  const known = session === undefined ? null : access.bySession(session);
  return known ?? (publicRead ? PUBLIC : null);
}

/** Bearer, or the password of Basic, which is what readers of feeds can send; null where neither was sent. */
function tokenOf(context: Context): string | null {
  const header = context.req.header('authorization');
  if (header === undefined) return null;
  const [scheme = '', value = ''] = header.split(/ +/, 2);
  if (scheme.toLowerCase() !== 'basic') return value;
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

type Asked = { deps: DoorDeps; cookies: CookieRules; need: Need; visitor: Visitor | null };

async function refusalOf(context: Context, asked: Asked): Promise<Refusal | null> {
  const { deps, cookies, need, visitor } = asked;
  const { access, hosts } = deps;
  const host = context.req.header('host') ?? '';
  if (!isOwnHost(host, hosts, access.any())) return 'host';
  if (need.entry !== 'open') {
    if (visitor === null || (need.entry === 'account' && visitor === PUBLIC)) return 'sign-in';
    if (!mayDo(visitor, need)) return 'forbidden';
  }
  if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return null;
  // A program shows its token on purpose; a browser sends cookies by itself, whoever made the form.
  if (visitor !== null && visitor !== PUBLIC && tokenOf(context) !== null) return null;
  const own = isFromHere(context, hosts) && (await hasField(context, cookies));
  return own ? null : 'form';
}

/** By what the browser says of where the form stood. */
function isFromHere(context: Context, hosts: Hosts): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('origin') ?? '';
  return isOwnOrigin(origin, context.req.header('host') ?? '', hosts);
}

async function hasField(context: Context, cookies: CookieRules): Promise<boolean> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return false;
  const body = await context.req.parseBody();
  return isOwnForm(context, cookies, body[FORM_FIELD]);
}

/** A file was taken away, or a form was accepted. A feed that is looked at every few minutes is no export. */
const isDone = ({ res }: Context, action: AuditAction): boolean =>
  action === 'export' ? res.ok && res.headers.has('content-disposition') : res.status < 400;

const pathOf = (context: Context): string => {
  const { pathname, search } = new URL(context.req.url);
  return pathname + search;
};

/** What one person saw is not kept for the next at the same browser, nor on the way. */
function keepPrivate(context: Context, { account }: Viewer): void {
  if (account === null) return;
  const page = context.res.headers.get('content-type')?.startsWith('text/html') ?? false;
  context.header('cache-control', page ? 'private, no-store' : 'private, no-cache');
  context.header('vary', 'Cookie, Authorization');
}
