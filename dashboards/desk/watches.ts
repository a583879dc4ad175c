// The routes of Pantauan: the list, one watch, the form that is rehearsed before it is saved, the feeds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Viewer } from '../../schemas/viewer.ts';
import type { Watch, WatchRules } from '../../schemas/watch.ts';
import type { RegionNames } from '../web/parts.ts';
import type { Frame, Mount } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import type { Language } from '../web/words.ts';
import type { WatchDesk } from './ports.ts';
import { editor } from './watch-editor.ts';
import { EMPTY, type ReadForm, readForm, rulesHash, textsOf } from './watch-form.ts';
import { stylesheet, watchPage, watchesPage } from './watch-pages.ts';
import { rehearsalPart } from './watch-rehearsal.ts';
import { sayWatch } from './watch-words.ts';

type Parts = { app: Hono; frame: Frame; desk: WatchDesk; regions: RegionNames };

const ALERTS_SHOWN = 50;
const REHEARSED_DAYS = 90;
const ID = ':id{[a-z0-9]+(?:-[a-z0-9]+)*}';

/** Who may make and change watches. */
const mayWrite = ({ role }: Viewer): boolean => role !== 'reader';

export function watchesMount(desk: WatchDesk, regions: RegionNames): Mount {
  return {
    routes: (app, frame) => {
      const css = readFileSync(join(import.meta.dirname, 'desk.css'), 'utf8');
      const headers = {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'max-age=86400',
      };
      app.get('/pantauan.css', (context) => context.body(css, 200, headers));
      const parts = { app, frame, desk, regions };
      addForms(parts);
      addReading(parts);
      addFeeds(parts);
      addActions(parts);
    },
    navigation: [{ path: '/pantauan', label: ['Pantauan', 'Watches'] }],
  };
}

function addReading({ app, frame, desk, regions }: Parts): void {
  app.get('/pantauan', (context) => {
    const viewer = frame.viewer(context);
    const list = {
      states: desk.watches(viewer),
      faults: desk.faults(viewer),
      mayWrite: mayWrite(viewer),
    };
    return frame.page(context, (view) => ({
      title: sayWatch('watches', view.language),
      body: watchesPage(list, regions, view),
    }));
  });
  app.get(`/pantauan/${ID}`, (context) => {
    const viewer = frame.viewer(context);
    const id = context.req.param('id');
    const state = desk.watch(viewer, id);
    if (state === null) return context.notFound();
    const parts = {
      state,
      alerts: desk.alerts(viewer, id, ALERTS_SHOWN),
      mayWrite: mayWrite(viewer),
      field: frame.formField(context),
      secret: mayWrite(viewer) ? desk.secret(id) : null,
    };
    return frame.page(context, (view) => ({
      title: state.watch.name,
      body: watchPage(parts, regions, view),
    }));
  });
}

function addFeeds({ app, frame, desk }: Parts): void {
  for (const format of ['atom', 'rss'] as const) {
    app.get(`/pantauan/${ID}/umpan.${format}`, (context) => {
      const self = new URL(context.req.url);
      const feed = desk.feed(frame.viewer(context), context.req.param('id'), format, self);
      if (feed === null) return context.notFound();
      return context.body(feed, 200, {
        'content-type': `application/${format}+xml; charset=utf-8`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
    });
  }
}

function addActions({ app, frame, desk }: Parts): void {
  app.post(`/pantauan/${ID}/hapus`, (context) => {
    const id = writable(context, frame, desk);
    if (id === null) return context.notFound();
    desk.remove(id);
    return context.redirect('/pantauan', 303);
  });
  app.post(`/pantauan/${ID}/coba`, (context) => {
    const id = writable(context, frame, desk);
    if (id === null) return context.notFound();
    desk.retry(id);
    return context.redirect(`/pantauan/${id}`, 303);
  });
}

/** The watch that the address names, where the viewer may change it. */
function writable(context: Context, frame: Frame, desk: WatchDesk): string | null {
  const viewer = frame.viewer(context);
  const id = context.req.param('id') ?? '';
  return mayWrite(viewer) && desk.watch(viewer, id) !== null ? id : null;
}

/** `known` is null for a watch that is being made. */
type Editing = { known: Watch | null; account: string | null; action: string };

function editing(context: Context, frame: Frame, desk: WatchDesk): Editing | null {
  const viewer = frame.viewer(context);
  if (!mayWrite(viewer)) return null;
  const id = context.req.param('id');
  if (id === undefined) return { known: null, account: viewer.account, action: '/pantauan/baru' };
  const known = desk.watch(viewer, id)?.watch ?? null;
  // A watch stays that of its account, whoever changes it.
  return known && { known, account: known.account, action: `/pantauan/${id}/ubah` };
}

function addForms(parts: Parts): void {
  const { app, frame, desk, regions } = parts;
  for (const path of ['/pantauan/baru', `/pantauan/${ID}/ubah`]) {
    app.get(path, (context) => {
      const edited = editing(context, frame, desk);
      if (edited === null) return context.notFound();
      const rules = edited.known ?? EMPTY;
      const shown = textsOf(rules, (code) => regions.name(code));
      return formPage(context, parts, edited, { read: { rules: null, shown, faults: [] } });
    });
    app.post(path, async (context) => {
      const edited = editing(context, frame, desk);
      if (edited === null) return context.notFound();
      const posted = await context.req.parseBody({ all: true });
      const language: Language = posted['bahasa'] === 'en' ? 'en' : 'id';
      const read = readForm(
        posted,
        edited.account,
        { ...desk, regionName: (code) => regions.name(code) },
        language,
      );
      const save = posted['aksi'] === 'simpan';
      const seen = read.rules !== null && posted['teruji'] === rulesHash(read.rules);
      if (!save || !seen || read.rules === null) {
        return formPage(context, parts, edited, {
          read,
          changed: save && read.rules !== null,
          language,
        });
      }
      const id = desk.save(edited.known?.id ?? null, read.rules);
      return context.redirect(`/pantauan/${id}${language === 'en' ? '?bahasa=en' : ''}`, 303);
    });
  }
}

type Shown = { read: ReadForm; changed?: boolean; language?: Language };

function formPage(
  context: Context,
  { frame, desk, regions }: Parts,
  { known, action }: Editing,
  { read, changed = false, language: posted }: Shown,
): Promise<Response> {
  const { rules, shown, faults } = read;
  return frame.page(
    context,
    (view) => {
      const language = posted ?? view.language;
      const title = known === null ? sayWatch('add', language) : known.name;
      const field = frame.formField(context);
      const hash = rules === null ? '' : rulesHash(rules);
      return {
        title,
        body: html`${stylesheet}
          <h1>${title}</h1>
          ${changed ? html`<p class="notice" role="status">${sayWatch('changed', language)}</p>` : ''}
          ${faultList(faults, language)}
          ${rules === null ? '' : rehearsal(desk, rules, known?.id ?? 'baru', { regions, language })}
          ${editor(shown, { field, buttons: buttons(rules, language), hash, action }, language)}`,
      };
    },
    faults.length === 0 ? 200 : 422,
  );
}

// oxlint-disable-next-line max-params -- the port, what is rehearsed, under which id, and how it is said
const rehearsal = (
  desk: WatchDesk,
  rules: WatchRules,
  id: string,
  { regions, language }: { regions: RegionNames; language: Language },
): Html => rehearsalPart(desk.rehearse({ ...rules, id }, REHEARSED_DAYS), regions, language);

/** Saving is offered for what was rehearsed. */
const buttons = (rules: WatchRules | null, language: Language): Html =>
  html`<button type="submit" name="aksi" value="uji" class="${rules === null ? '' : 'second'}">
      ${sayWatch(rules === null ? 'rehearse' : 'again', language)}
    </button>
    ${rules === null ? '' : html`<button type="submit" name="aksi" value="simpan">${sayWatch('save', language)}</button>`}`;

const faultList = (faults: readonly string[], language: Language): Html =>
  faults.length === 0
    ? html``
    : html`<div class="notice" role="alert">
        <p>${sayWatch('wrong', language)}</p>
        <ul>
          ${faults.map((fault) => html`<li>${fault}</li>`)}
        </ul>
      </div>`;
