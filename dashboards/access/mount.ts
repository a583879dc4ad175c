// The door and its pages as a part of the dashboard: mounted first, so that everything after it is behind the door.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { Viewer } from '../../schemas/viewer.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Mount } from '../web/frame.ts';
import { linkTo, unfiltered } from '../web/view.ts';
import { addAccountAdministration } from './admin-accounts.ts';
import { addAuditPage } from './audit-page.ts';
import type { Door } from './door.ts';
import { addLogin } from './login.ts';
import { addOwnAccount } from './own-account.ts';
import type { Access } from './ports.ts';
import { sayAccess } from './words.ts';

/** Bytes of a form; more is refused unread. */
const MAX_BODY = 1_000_000;

export function accessMount(door: Door, access: Access, regions: RegionNames): Mount {
  return {
    routes: (app, frame) => {
      const css = readFileSync(join(import.meta.dirname, 'access.css'), 'utf8');
      const tooLarge = (context: Context): Response =>
        context.text(`More than ${MAX_BODY} bytes were sent.\n`, 413);
      app.use('*', bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), door.guard(frame));
      app.get('/akses.css', (context) =>
        context.body(css, 200, {
          'content-type': 'text/css; charset=utf-8',
          'cache-control': 'max-age=86400',
        }),
      );
      addLogin({ app, frame, door, access });
      addOwnAccount({ app, frame, door, access, regions });
      addAccountAdministration({ app, frame, door, access, regions });
      addAuditPage(app, frame, access);
    },
    navigation: [
      { path: '/kelola/akun', label: ['Akun', 'Accounts'], shows: isAdmin },
      { path: '/kelola/catatan', label: ['Catatan', 'Audit log'], shows: isAdmin },
    ],
    corner: ({ account, role, regions: seen }, view) => {
      // The machine's owner has no account to look at; whoever may see nothing is at the login already.
      if (account === null && (role === 'admin' || seen?.length === 0)) return html``;
      const [path, text] =
        account === null ? ['/masuk', sayAccess('signIn', view.language)] : ['/akun', account];
      return html`<a class="account" href="${linkTo(path, unfiltered(view))}">${text}</a>`;
    },
  };
}

const isAdmin = ({ role }: Viewer): boolean => role === 'admin';
