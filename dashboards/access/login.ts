// /masuk and /keluar: a name and a password become a session, and a session ends.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Frame } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { View } from '../web/view.ts';
import { dropSession, keepSession, sessionOf } from './cookies.ts';
import type { Door } from './door.ts';
import { stylesheet, textOf } from './form.ts';
import { nextPath } from './next.ts';
import type { Access } from './ports.ts';
import { type AccessWord, sayAccess } from './words.ts';

type Parts = { app: Hono; frame: Frame; door: Door; access: Access };

export function addLogin({ app, frame, door, access }: Parts): void {
  const page = (context: Context, fault: AccessWord | null, name: string) =>
    frame.page(
      context,
      (view) => ({
        title: sayAccess('signIn', view.language),
        body: loginForm(view, { fault, name, field: door.formField(context) }),
      }),
      fault === null ? 200 : fault === 'limited' ? 429 : 401,
    );
  app.get('/masuk', async (context) => {
    const signedIn = door.viewer(context).account !== null || !access.any();
    if (signedIn) return context.redirect(nextPath(context.req.query('lanjut')), 303);
    return page(context, null, '');
  });
  app.post('/masuk', async (context) => {
    const body = await context.req.parseBody();
    const credentials = { name: textOf(body, 'nama'), password: textOf(body, 'sandi') };
    const { from } = door.actor(context);
    const outcome = await access.signIn(credentials, from);
    if (!outcome.ok) {
      if (outcome.why === 'limited')
        context.header('retry-after', String(outcome.retryAfterSeconds));
      return page(context, outcome.why, credentials.name);
    }
    // Whoever was signed in at this browser is not any more; the new key was never seen before.
    const old = sessionOf(context, door.cookies);
    if (old !== undefined) access.signOut(old, from);
    keepSession(context, door.cookies, outcome.session);
    return context.redirect(nextPath(context.req.query('lanjut')), 303);
  });
  app.post('/keluar', (context) => {
    const session = sessionOf(context, door.cookies);
    if (session !== undefined) access.signOut(session, door.actor(context).from);
    dropSession(context, door.cookies);
    return context.redirect('/masuk', 303);
  });
}

type Shown = { fault: AccessWord | null; name: string; field: Html };

/** Sent to the address it stands at, which carries where to go on. */
const loginForm = ({ language }: View, { fault, name, field }: Shown): Html =>
  html`${stylesheet}
    <div class="entry">
      <h1>${sayAccess('signIn', language)}</h1>
      ${fault === null ? '' : html`<p class="fault" role="alert">${sayAccess(fault, language)}</p>`}
      <form class="card form" method="post">
        ${field}
        <label
          ><span>${sayAccess('name', language)}</span>
          <input
            name="nama"
            value="${name}"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            maxlength="80"
            required
            ${name === '' ? 'autofocus' : ''}
        /></label>
        <label
          ><span>${sayAccess('password', language)}</span>
          <input
            name="sandi"
            type="password"
            autocomplete="current-password"
            maxlength="256"
            required
            ${name === '' ? '' : 'autofocus'}
        /></label>
        <button type="submit">${sayAccess('signIn', language)}</button>
      </form>
      <p>${sayAccess('signInText', language)}</p>
    </div>`;
