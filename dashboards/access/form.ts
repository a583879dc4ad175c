// What the forms of these pages share: their style, their fields, and how what was sent is read.
import { html } from 'hono/html';
import type { Html } from '../web/layout.ts';
import type { View } from '../web/view.ts';
import { type PageFault, faultText, sayAccess } from './words.ts';

export const stylesheet = html`<link rel="stylesheet" href="/akses.css" />`;

type Body = Record<string, unknown>;

/** A text field; '' where it was not sent as one. */
export const textOf = (body: Body, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

/** The values of a field that may be sent several times. */
export const textsOf = (body: Body, name: string): string[] =>
  [body[name] ?? []].flat().filter((value) => typeof value === 'string');

/** What became of a form: nothing was sent, it was done, or what is wrong with it. */
export type Outcome = null | 'done' | PageFault;

export function outcomeNote(outcome: Outcome, { language }: View): Html {
  if (outcome === null) return html``;
  return outcome === 'done'
    ? html`<p class="notice" role="status">${sayAccess('done', language)}</p>`
    : html`<p class="fault" role="alert">${faultText(outcome, language)}</p>`;
}

/** A new password, with how long it must be. */
export const newPasswordField = (label: 'password' | 'newPassword', { language }: View): Html =>
  html`<label
    ><span>${sayAccess(label, language)}</span>
    <input
      name="sandi"
      type="password"
      autocomplete="new-password"
      minlength="12"
      maxlength="256"
      required
    />
    <small>${sayAccess('passwordHint', language)}</small></label
  >`;
