// /kelola/akun: an administrator adds accounts, changes role, regions and password, disables and enables them.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Account } from '../../schemas/account.ts';
import { RegionCode } from '../../schemas/region.ts';
import { Role } from '../../schemas/viewer.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Frame } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { View } from '../web/view.ts';
import type { Door } from './door.ts';
import { type Outcome, newPasswordField, outcomeNote, stylesheet, textOf } from './form.ts';
import type { Access } from './ports.ts';
import { type PageFault, roleName, sayAccess } from './words.ts';

type Parts = { app: Hono; frame: Frame; door: Door; access: Access; regions: RegionNames };

const PATH = '/kelola/akun';

export function addAccountAdministration({ app, frame, door, access, regions }: Parts): void {
  const page = (context: Context, outcome: Outcome) =>
    frame.page(
      context,
      (view) => {
        const field = door.formField(context);
        const accounts = access.accounts();
        return {
          title: sayAccess('accounts', view.language),
          body: html`${stylesheet}
            <h1>${sayAccess('accounts', view.language)}</h1>
            ${outcomeNote(outcome, view)}
            ${
              accounts.length === 0
                ? html`<p class="notice">${sayAccess('owner', view.language)}</p>`
                : accounts.map((account) => accountCard(account, { field, regions, view }))
            }
            ${addForm(field, accounts.length === 0 ? 'admin' : 'reader', view)}`,
        };
      },
      outcome === null || outcome === 'done' ? 200 : 422,
    );
  const answer = (context: Context, done: Result<unknown, PageFault>) =>
    done.ok ? context.redirect(`${PATH}?pesan=done`, 303) : page(context, done.error);

  app.get(PATH, (context) => page(context, context.req.query('pesan') === 'done' ? 'done' : null));
  app.post(PATH, async (context) => {
    const body = await context.req.parseBody();
    const grant = grantOf(body, regions);
    if (!grant.ok) return answer(context, grant);
    const name = textOf(body, 'nama').trim().toLowerCase();
    const account = { name, password: textOf(body, 'sandi'), ...grant.value };
    return answer(context, await access.add(account, door.actor(context)));
  });
  app.post(`${PATH}/ubah`, async (context) => {
    const body = await context.req.parseBody();
    const grant = grantOf(body, regions);
    if (!grant.ok) return answer(context, grant);
    return answer(context, access.change(textOf(body, 'nama'), grant.value, door.actor(context)));
  });
  app.post(`${PATH}/sandi`, async (context) => {
    const body = await context.req.parseBody();
    const [name, password] = [textOf(body, 'nama'), textOf(body, 'sandi')];
    return answer(context, await access.setPassword(name, password, door.actor(context)));
  });
  app.post(`${PATH}/keadaan`, async (context) => {
    const body = await context.req.parseBody();
    const disable = textOf(body, 'keadaan') === 'nonaktif';
    return answer(context, access.setDisabled(textOf(body, 'nama'), disable, door.actor(context)));
  });
}

type Grant = Pick<Account, 'role' | 'regions'>;

function grantOf(body: Record<string, unknown>, names: RegionNames): Result<Grant, PageFault> {
  const role = Role.safeParse(textOf(body, 'peran'));
  if (!role.success) return fail('bad-role');
  const [first, ...rest] = textOf(body, 'wilayah')
    .split(/[\s,;]+/)
    .filter((code) => code !== '');
  if (first === undefined) return ok({ role: role.data, regions: null });
  const codes: [string, ...string[]] = [first, ...rest];
  // An unknown code is its own name.
  const known = codes.every(
    (code) => RegionCode.safeParse(code).success && names.name(code) !== code,
  );
  return known ? ok({ role: role.data, regions: codes }) : fail('bad-region');
}

type Shown = { field: Html; regions: RegionNames; view: View };

function accountCard(account: Account, { field, regions, view }: Shown): Html {
  const { language } = view;
  const { name, disabledAt } = account;
  const places =
    account.regions?.map((code) => regions.name(code)).join(', ') ??
    sayAccess('allRegions', language);
  return html`<section class="card">
    <h2>${name}</h2>
    <p class="note">
      ${roleName(account.role, language)} · ${places}
      ${disabledAt === null ? '' : html`· ${sayAccess('disabled', language)} ${disabledAt.slice(0, 10)}`}
    </p>
    <details>
      <summary>${sayAccess('edit', language)}</summary>
      <form class="form row" method="post" action="${PATH}/ubah">
        ${field}<input type="hidden" name="nama" value="${name}" />
        ${grantFields(account, view)}
        <button type="submit">${sayAccess('save', language)}</button>
      </form>
      <form class="form row" method="post" action="${PATH}/sandi">
        ${field}<input type="hidden" name="nama" value="${name}" />
        ${newPasswordField('newPassword', view)}
        <button type="submit">${sayAccess('changePassword', language)}</button>
      </form>
      <form method="post" action="${PATH}/keadaan">
        ${field}<input type="hidden" name="nama" value="${name}" />
        <input type="hidden" name="keadaan" value="${disabledAt === null ? 'nonaktif' : 'aktif'}" />
        <button type="submit" class="plain">
          ${sayAccess(disabledAt === null ? 'disable' : 'enable', language)}
        </button>
      </form>
    </details>
  </section>`;
}

const addForm = (field: Html, role: Role, view: View): Html =>
  html`<section class="card">
    <h2>${sayAccess('addAccount', view.language)}</h2>
    <form class="form row" method="post" action="${PATH}">
      ${field}
      <label
        ><span>${sayAccess('name', view.language)}</span>
        <input name="nama" autocomplete="off" autocapitalize="none" maxlength="40" required
      /></label>
      ${newPasswordField('password', view)} ${grantFields({ role, regions: null }, view)}
      <button type="submit">${sayAccess('addAccount', view.language)}</button>
    </form>
  </section>`;

const grantFields = ({ role, regions }: Grant, { language }: View): Html =>
  html`<label
      ><span>${sayAccess('role', language)}</span>
      <select name="peran">
        ${Role.options.map(
          (option) =>
            html`<option value="${option}" ${option === role ? 'selected' : ''}>
              ${roleName(option, language)}
            </option>`,
        )}
      </select></label
    >
    <label
      ><span>${sayAccess('regions', language)}</span>
      <input name="wilayah" value="${regions?.join(' ') ?? ''}" />
      <small>${sayAccess('regionsHint', language)}</small></label
    >`;
