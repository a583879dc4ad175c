// /kelola/catatan: the audit log for an administrator, newest first, narrowed by who and what.
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { AuditAction, type AuditEntry } from '../../schemas/audit.ts';
import type { Frame } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { View } from '../web/view.ts';
import { stylesheet } from './form.ts';
import type { Access, AuditFilter } from './ports.ts';
import { actionName, sayAccess } from './words.ts';

const PATH = '/kelola/catatan';
const PAGE_SIZE = 100;

export function addAuditPage(app: Hono, frame: Frame, access: Access): void {
  app.get(PATH, (context) => {
    const { siapa, tindakan, sebelum } = context.req.query();
    const action = AuditAction.safeParse(tindakan);
    const filter: AuditFilter = {
      who: siapa === undefined || siapa === '' ? undefined : siapa,
      action: action.success ? action.data : undefined,
      before: /^\d{1,15}$/.test(sebelum ?? '') ? Number(sebelum) : undefined,
    };
    const entries = access.audit.entries(filter, PAGE_SIZE);
    return frame.page(context, (view) => ({
      title: sayAccess('audit', view.language),
      body: html`${stylesheet}
        <h1>${sayAccess('audit', view.language)}</h1>
        <p>${sayAccess('auditText', view.language)}</p>
        ${filterForm(filter, view)}
        ${
          entries.length === 0
            ? html`<p class="empty">${sayAccess('noEntries', view.language)}</p>`
            : auditTable(entries, view)
        }
        ${entries.length === PAGE_SIZE ? olderLink(entries, filter, view) : ''}`,
    }));
  });
}

const filterForm = ({ who, action }: AuditFilter, { language }: View): Html =>
  html`<form class="card form row" action="${PATH}" method="get">
    <label
      ><span>${sayAccess('who', language)}</span
      ><input name="siapa" value="${who ?? ''}" maxlength="80"
    /></label>
    <label
      ><span>${sayAccess('what', language)}</span>
      <select name="tindakan">
        <option value="">${sayAccess('all', language)}</option>
        ${AuditAction.options.map(
          (option) =>
            html`<option value="${option}" ${option === action ? 'selected' : ''}>
              ${actionName(option, language)}
            </option>`,
        )}
      </select></label
    >
    ${language === 'en' ? html`<input type="hidden" name="bahasa" value="en" />` : ''}
    <button type="submit">${sayAccess('show', language)}</button>
  </form>`;

const auditTable = (entries: AuditEntry[], { language }: View): Html =>
  html`<div class="scroll">
    <table class="audit">
      <thead>
        <tr>
          ${(['when', 'who', 'what', 'detail', 'from'] as const).map((word) => html`<th scope="col">${sayAccess(word, language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ({ at, who, action, what, from }) =>
            html`<tr>
              <td><time datetime="${at}">${at.slice(0, 19).replace('T', ' ')}</time></td>
              <td>${who ?? html`<em>${sayAccess('nobody', language)}</em>`}</td>
              <td>${actionName(action, language)}</td>
              <td>${what}</td>
              <td>${from}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

function olderLink(entries: AuditEntry[], { who, action }: AuditFilter, { language }: View): Html {
  const parameters = new URLSearchParams({ sebelum: String(entries.at(-1)?.n ?? 0) });
  if (who !== undefined) parameters.set('siapa', who);
  if (action !== undefined) parameters.set('tindakan', action);
  if (language === 'en') parameters.set('bahasa', 'en');
  return html`<nav class="pager">
    <a href="${PATH}?${parameters.toString()}" rel="next">${sayAccess('older', language)}</a>
  </nav>`;
}
