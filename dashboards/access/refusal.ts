// Why a request was turned away in; an answer that says so and what to do out: a page for people, a problem for programs.
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Frame } from '../web/frame.ts';
import { type AccessWord, sayAccess } from './words.ts';

/** host: not a name of this Pantau. sign-in: nobody is known. forbidden: not allowed to. form: not from a page of ours. */
export type Refusal = 'host' | 'sign-in' | 'forbidden' | 'form';

const STATUS = { host: 421, 'sign-in': 401, forbidden: 403, form: 403 } as const;

const WORDS = {
  'sign-in': ['signInNeeded', 'signInNext'],
  forbidden: ['forbidden', 'forbiddenNext'],
  form: ['staleForm', 'staleFormNext'],
} as const satisfies Record<Exclude<Refusal, 'host'>, [AccessWord, AccessWord]>;

export function refuse(
  context: Context,
  refusal: Refusal,
  frame: Frame,
): Response | Promise<Response> {
  // No page for it: whatever stands in a page would go to that other name.
  if (refusal === 'host') return context.text(HOST_TEXT, 421);
  const [why, next] = WORDS[refusal];
  if (!(context.req.header('accept') ?? '').includes('text/html')) {
    if (refusal === 'sign-in') context.header('www-authenticate', scheme(context));
    const problem = {
      type: 'about:blank',
      title: sayAccess(why, 'en'),
      status: STATUS[refusal],
      detail: sayAccess(next, 'en'),
      instance: context.req.path,
    };
    return context.body(JSON.stringify(problem), STATUS[refusal], {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    });
  }
  if (refusal === 'sign-in') return context.redirect(loginAddress(context), 303);
  return frame.page(
    context,
    ({ language }) => ({
      title: sayAccess(why, language),
      body: html`<h1>${sayAccess(why, language)}</h1>
        <p>${sayAccess(next, language)}</p>`,
    }),
    STATUS[refusal],
  );
}

const HOST_TEXT = `This Pantau does not answer to that name.
Without accounts only http://127.0.0.1 and http://localhost are answered: add an account first ('account add NAME --role admin').
With accounts, set publicUrl in pantau.yaml to the address that people use.
`;

/** A reader of feeds asks its user for a name and a password; elsewhere a browser must not. */
const scheme = (context: Context): string =>
  /^(rss|atom)$/.test(context.req.query('format') ?? '') || /\.(rss|atom)$/.test(context.req.path)
    ? 'Basic realm="Pantau: token as password"'
    : 'Bearer';

/** Where to go on after login is kept for pages only: a form that was lost must be sent again. */
function loginAddress(context: Context): string {
  const { pathname, search, searchParams } = new URL(context.req.url);
  const parameters = new URLSearchParams();
  if (context.req.method === 'GET' && pathname + search !== '/')
    parameters.set('lanjut', pathname + search);
  if (searchParams.get('bahasa') === 'en') parameters.set('bahasa', 'en');
  const query = parameters.toString();
  return query === '' ? '/masuk' : `/masuk?${query}`;
}
