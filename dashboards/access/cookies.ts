// The two cookies of the door: the key of a session, and a key for the forms of those who have no session.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Html } from '../web/layout.ts';

export type CookieRules = {
  /** True where people come over https: then cookies go over it only. */
  secure: boolean;
  /** Bytes of chance. */
  chance: (bytes: number) => Buffer;
};

const SESSION = 'pantau';
const FORMS = 'pantau_formulir';
/** The field of a form that shows that it is ours. */
export const FORM_FIELD = '_kunci';

/** `__Host-` binds a cookie to this host: no other name of the domain can plant one. */
const nameOf = (name: string, { secure }: CookieRules): string =>
  secure ? `__Host-${name}` : name;

/** Lax: a link in a mail finds its reader signed in, a form from elsewhere does not. */
const attributes = ({ secure }: CookieRules) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure }) as const;

export const sessionOf = (context: Context, rules: CookieRules): string | undefined =>
  getCookie(context, nameOf(SESSION, rules));

export const keepSession = (context: Context, rules: CookieRules, session: string): void =>
  setCookie(context, nameOf(SESSION, rules), session, attributes(rules));

export const dropSession = (context: Context, rules: CookieRules): void =>
  void deleteCookie(context, nameOf(SESSION, rules), attributes(rules));

/** The field to put into every form that is posted. Begins a form key where the browser has neither. */
export const formField = (context: Context, rules: CookieRules): Html =>
  html`<input type="hidden" name="${FORM_FIELD}" value="${formToken(context, rules)}" />`;

function formToken(context: Context, rules: CookieRules): string {
  const key = formKey(context, rules);
  if (key !== undefined) return tokenFrom(key);
  const fresh = rules.chance(32).toString('base64url');
  setCookie(context, nameOf(FORMS, rules), fresh, attributes(rules));
  return tokenFrom(fresh);
}

/** Whether the field holds what this browser was given. */
export function isOwnForm(context: Context, rules: CookieRules, field: unknown): boolean {
  const key = formKey(context, rules);
  if (key === undefined || typeof field !== 'string') return false;
  const wanted = tokenFrom(key);
  return field.length === wanted.length && timingSafeEqual(Buffer.from(field), Buffer.from(wanted));
}

const formKey = (context: Context, rules: CookieRules): string | undefined =>
  sessionOf(context, rules) ?? getCookie(context, nameOf(FORMS, rules));

/** From the key, and not back to it: a form that leaks tells nothing of the session. */
const tokenFrom = (key: string): string =>
  createHash('sha256').update(`formulir ${key}`).digest('base64url');
