// The routes of Perkara: the list, one case, what is done with it, and what of cases stands beside an article.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { CaseState } from '../../schemas/case.ts';
import type { Viewer } from '../../schemas/viewer.ts';
import type { Frame, Mount } from '../web/frame.ts';
import type { RegionNames } from '../web/parts.ts';
import { besideArticle, casePage, casesPage } from './case-pages.ts';
import type { CaseDesk } from './case-ports.ts';
import { sayCase } from './case-words.ts';

type Parts = { app: Hono; frame: Frame; desk: CaseDesk; regions: RegionNames };

const N = ':n{[1-9][0-9]{0,8}}';

const mayWrite = ({ role }: Viewer): boolean => role !== 'reader';
const isKnown = ({ account, role }: Viewer): boolean => account !== null || role === 'admin';

export function casesMount(desk: CaseDesk, regions: RegionNames): Mount {
  let shared: Frame | null = null;
  return {
    routes: (app, frame) => {
      shared = frame;
      addPages({ app, frame, desk, regions });
      addOpening({ app, frame, desk, regions });
      addActions({ app, frame, desk, regions });
    },
    navigation: [{ path: '/perkara', label: ['Perkara', 'Cases'], shows: isKnown }],
    beside: (context, article, view) => {
      const viewer = shared?.viewer(context);
      if (shared === null || viewer === undefined || !isKnown(viewer)) return html``;
      const { id, extracted } = article;
      const cases = desk.around(viewer, id);
      const field = shared.formField(context);
      const parts = { id, title: extracted.title, cases, field, mayWrite: mayWrite(viewer) };
      return besideArticle(parts, view);
    },
  };
}

function addPages(parts: Parts): void {
  const { app, frame, desk, regions } = parts;
  app.get('/perkara', (context) =>
    frame.page(context, (view) => ({
      title: sayCase('cases', view.language),
      body: casesPage(desk.cases(frame.viewer(context)), regions, view),
    })),
  );
  app.get(`/perkara/${N}`, (context) => showCase(context, parts, false));
}

function showCase(
  context: Context,
  { frame, desk, regions }: Parts,
  wrong: boolean,
): Response | Promise<Response> {
  const viewer = frame.viewer(context);
  const shown = desk.case(viewer, Number(context.req.param('n')));
  if (shown === null) return context.notFound();
  const field = frame.formField(context);
  return frame.page(
    context,
    (view) => ({
      title: shown.case.title,
      body: casePage({ shown, field, mayWrite: mayWrite(viewer), wrong }, regions, view),
    }),
    wrong ? 422 : 200,
  );
}

/** The fields of a form; each once. */
async function posted(context: Context): Promise<(name: string) => string> {
  const body: Record<string, unknown> = await context.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
}

const placeOf = (n: number, field: (name: string) => string): string =>
  `/perkara/${n}${field('bahasa') === 'en' ? '?bahasa=en' : ''}`;

function addOpening({ app, frame, desk }: Parts): void {
  app.post('/perkara', async (context) => {
    const viewer = frame.viewer(context);
    const field = await posted(context);
    const opened = {
      title: field('judul'),
      article: field('artikel'),
      story: field('cerita') !== '',
    };
    const n = mayWrite(viewer) ? desk.open(viewer, opened) : null;
    return n === null ? context.notFound() : context.redirect(placeOf(n, field), 303);
  });
  app.post('/perkara/artikel', async (context) => {
    const viewer = frame.viewer(context);
    const field = await posted(context);
    const n = Number(field('perkara'));
    const added =
      mayWrite(viewer) &&
      Number.isSafeInteger(n) &&
      desk.add(viewer, n, field('artikel'), field('cerita') !== '');
    return added ? context.redirect(placeOf(n, field), 303) : context.notFound();
  });
}

type Action = (viewer: Viewer, n: number, field: (name: string) => string) => boolean;

function addActions(parts: Parts): void {
  const { app, frame, desk } = parts;
  const actions: Record<string, Action> = {
    tahap: (viewer, n, field) => {
      const state = CaseState.safeParse(field('tahap'));
      return state.success && desk.move(viewer, n, state.data, field('keterangan'));
    },
    catatan: (viewer, n, field) => desk.note(viewer, n, field('catatan')),
    tanggal: (viewer, n, field) => {
      const day = z.union([z.literal(''), z.iso.date()]).safeParse(field('tanggal'));
      return day.success && desk.date(viewer, n, day.data === '' ? null : day.data);
    },
    lihat: (viewer, n) => desk.looked(viewer, n),
  };
  for (const [name, act] of Object.entries(actions))
    app.post(`/perkara/${N}/${name}`, async (context) => {
      const viewer = frame.viewer(context);
      const n = Number(context.req.param('n'));
      if (!mayWrite(viewer) || desk.case(viewer, n) === null) return context.notFound();
      const field = await posted(context);
      const done = act(viewer, n, field);
      return done ? context.redirect(placeOf(n, field), 303) : showCase(context, parts, true);
    });
}
