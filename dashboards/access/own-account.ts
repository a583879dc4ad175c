// /akun: whoever is signed in sees what they may, changes their password, makes and revokes API tokens, signs out.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type Token, TokenScope } from '../../schemas/account.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Frame } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { View } from '../web/view.ts';
import { keepSession } from './cookies.ts';
import type { Door } from './door.ts';
import {
  type Outcome,
  newPasswordField,
  outcomeNote,
  stylesheet,
  textOf,
  textsOf,
} from './form.ts';
import type { Access } from './ports.ts';
import { roleName, sayAccess, scopeName } from './words.ts';

type Parts = { app: Hono; frame: Frame; door: Door; access: Access; regions: RegionNames };

export function addOwnAccount({ app, frame, door, access, regions }: Parts): void {
  const page = (context: Context, outcome: Outcome, made: string | null = null) =>
    frame.page(
      context,
      (view) => {
        const viewer = door.viewer(context);
        const field = door.formField(context);
        const tokens = viewer.account === null ? [] : access.tokens(viewer.account);
        return {
          title: sayAccess('account', view.language),
          body: html`${stylesheet}
            <h1>${sayAccess('account', view.language)}</h1>
            ${outcomeNote(outcome, view)} ${made === null ? '' : madeToken(made, view)}
            ${
              viewer.account === null
                ? html`<p class="notice">${sayAccess('owner', view.language)}</p>`
                : html`${who(viewer, field, regions, view)} ${passwordForm(field, view)}
                  ${tokenList(tokens, field, view)} ${tokenForm(field, view)}`
            }`,
        };
      },
      outcome === null || outcome === 'done' ? 200 : 422,
    );
  /** The account of whoever sent a form; the door lets nobody else send one, but the owner has none. */
  const ownName = (context: Context): string => door.viewer(context).account ?? '';

  app.get('/akun', (context) =>
    page(context, context.req.query('pesan') === 'done' ? 'done' : null),
  );
  app.post('/akun/sandi', async (context) => {
    const body = await context.req.parseBody();
    const passwords = { old: textOf(body, 'lama'), new: textOf(body, 'sandi') };
    const done = await access.changePassword(ownName(context), passwords, door.actor(context));
    if (!done.ok) return page(context, done.error);
    keepSession(context, door.cookies, done.value.session);
    return context.redirect('/akun?pesan=done', 303);
  });
  app.post('/akun/token', async (context) => {
    const body = await context.req.parseBody({ all: true });
    const days = Number(textOf(body, 'hari'));
    const made = access.addToken(
      {
        account: ownName(context),
        label: textOf(body, 'untuk'),
        scopes: TokenScope.options.filter((scope) => textsOf(body, 'boleh').includes(scope)),
        days: Number.isInteger(days) && days >= 1 && days <= MAX_DAYS ? days : DEFAULT_DAYS,
      },
      door.actor(context),
    );
    return made.ok ? page(context, null, made.value.token) : page(context, made.error);
  });
  app.post('/akun/token/cabut', async (context) => {
    const body = await context.req.parseBody();
    const name = ownName(context);
    const done = access.revokeToken(textOf(body, 'token'), door.actor(context), name);
    return done.ok ? context.redirect('/akun?pesan=done', 303) : page(context, done.error);
  });
}

const MAX_DAYS = 730;
const DEFAULT_DAYS = 90;

const who = (viewer: Viewer, field: Html, regions: RegionNames, { language }: View): Html =>
  html`<section class="card">
    <dl class="facts">
      <dt>${sayAccess('name', language)}</dt>
      <dd>${viewer.account}</dd>
      <dt>${sayAccess('role', language)}</dt>
      <dd>${roleName(viewer.role, language)}</dd>
      <dt>${sayAccess('regions', language)}</dt>
      <dd>
        ${viewer.regions === null ? sayAccess('allRegions', language) : viewer.regions.map((code) => regions.name(code)).join(', ')}
      </dd>
    </dl>
    <form method="post" action="/keluar">
      ${field}<button type="submit" class="plain">${sayAccess('signOut', language)}</button>
    </form>
  </section>`;

const passwordForm = (field: Html, view: View): Html =>
  html`<section class="card">
    <h2>${sayAccess('changePassword', view.language)}</h2>
    <form class="form row" method="post" action="/akun/sandi">
      ${field}
      <label
        ><span>${sayAccess('oldPassword', view.language)}</span>
        <input name="lama" type="password" autocomplete="current-password" required
      /></label>
      ${newPasswordField('newPassword', view)}
      <button type="submit">${sayAccess('changePassword', view.language)}</button>
    </form>
  </section>`;

const madeToken = (token: string, { language }: View): Html =>
  html`<section class="card" role="status">
    <h2>${sayAccess('newTokenTitle', language)}</h2>
    <p>${sayAccess('newTokenText', language)}</p>
    <code class="secret">${token}</code>
  </section>`;

const tokenForm = (field: Html, { language }: View): Html =>
  html`<section class="card">
    <h2>${sayAccess('makeToken', language)}</h2>
    <form class="form row" method="post" action="/akun/token">
      ${field}
      <label
        ><span>${sayAccess('label', language)}</span><input name="untuk" maxlength="80" required
      /></label>
      <fieldset class="choices">
        <legend>${sayAccess('scopes', language)}</legend>
        ${TokenScope.options.map(
          (scope) =>
            html`<label
              ><input
                type="checkbox"
                name="boleh"
                value="${scope}"
                ${scope === 'read' ? 'checked' : ''}
              />${scopeName(scope, language)}</label
            >`,
        )}
      </fieldset>
      <label
        ><span>${sayAccess('days', language)}</span>
        <input type="number" name="hari" min="1" max="${MAX_DAYS}" value="${DEFAULT_DAYS}"
      /></label>
      <button type="submit">${sayAccess('makeToken', language)}</button>
    </form>
  </section>`;

const tokenList = (tokens: Token[], field: Html, { language }: View): Html =>
  html`<section class="card">
    <h2>${sayAccess('tokens', language)}</h2>
    <p>${sayAccess('tokensText', language)}</p>
    ${
      tokens.length === 0
        ? html`<p class="note">${sayAccess('noTokens', language)}</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  ${(['label', 'scopes', 'created', 'expires', 'lastUsed'] as const).map((word) => html`<th scope="col">${sayAccess(word, language)}</th>`)}
                  <td></td>
                </tr>
              </thead>
              <tbody>
                ${tokens.map(
                  (token) =>
                    html`<tr>
                      <th scope="row">${token.label} <small>${token.id}</small></th>
                      <td>${token.scopes.map((scope) => scopeName(scope, language)).join(', ')}</td>
                      <td>${token.createdAt.slice(0, 10)}</td>
                      <td>${token.expiresAt?.slice(0, 10) ?? sayAccess('never', language)}</td>
                      <td>${token.lastUsedAt?.slice(0, 10) ?? sayAccess('unused', language)}</td>
                      <td>
                        ${
                          token.revokedAt !== null
                            ? sayAccess('revoked', language)
                            : html`<form method="post" action="/akun/token/cabut">
                                ${field}<input type="hidden" name="token" value="${token.id}" />
                                <button type="submit" class="plain">
                                  ${sayAccess('revoke', language)}
                                </button>
                              </form>`
                        }
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
