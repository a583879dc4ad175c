// /artikel/ID/bukti.wacz, /perkara/N/bukti.wacz, /artikel/bukti.wacz?…: a signed pack of an article, a case, a view; and
// where pages offer it.
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Viewer } from '../../schemas/viewer.ts';
import type { Reports } from '../ports.ts';
import type { Frame, Mount } from '../web/frame.ts';
import type { Html } from '../web/layout.ts';
import { shown } from '../web/parts.ts';
import { linkTo, unfiltered } from '../web/view.ts';
import type { CaseDesk } from './case-ports.ts';
import type { EvidenceDesk, PackFault } from './evidence-ports.ts';
import { faultText, sayEvidence } from './evidence-words.ts';

export type EvidenceParts = {
  desk: EvidenceDesk;
  cases: Pick<CaseDesk, 'case'>;
  reports: Pick<Reports, 'article'>;
};

/** A file of a case is for whoever has an account, or owns the machine. */
const isKnown = ({ account, role }: Viewer): boolean => account !== null || role === 'admin';

const PACK = 'bukti.wacz';
const BUSY_SECONDS = '10';

export function evidenceMount(parts: EvidenceParts): Mount {
  const { desk } = parts;
  let viewerOf: Frame['viewer'] | null = null;
  const mayDownload = (context: Context): boolean =>
    viewerOf !== null && isKnown(viewerOf(context));
  return {
    routes: (app, frame) => {
      viewerOf = frame.viewer;
      addPacks(app, frame, parts);
    },
    beside: (context, { id }, { language }) =>
      mayDownload(context)
        ? html`<section>
            <h2>${sayEvidence('evidence', language)}</h2>
            ${offer(desk.kept(id), `/artikel/${id}/${PACK}`, language)}
          </section>`
        : html``,
    downloads: (context, view, articles) =>
      mayDownload(context) && articles > 0 && articles <= desk.most
        ? html`<a href="${linkTo(`/artikel/${PACK}`, view)}"
            >${sayEvidence('ofAll', view.language)}</a
          >`
        : html``,
  };
}

const offer = (entries: number, path: string, language: 'id' | 'en'): Html =>
  entries === 0
    ? html`<p class="note">${sayEvidence('nothing', language)}</p>`
    : html`<p><a href="${path}">${sayEvidence('download', language)}</a></p>
        <p class="note">
          ${entries} ${sayEvidence('entries', language)}. ${sayEvidence('check', language)}
        </p>`;

type Asked = { ids: readonly string[]; title: string | null; name: string };

function addPacks(app: Hono, frame: Frame, { desk, cases, reports }: EvidenceParts): void {
  const give = async (context: Context, { ids, title, name }: Asked): Promise<Response> => {
    const pack = await desk.pack(frame.viewer(context), ids, title);
    if (!pack.ok) return refusedPage(context, frame, pack.error);
    return context.body(pack.value, 200, {
      'content-type': 'application/wacz',
      'content-disposition': `attachment; filename="${name}.wacz"`,
      'cache-control': 'no-store',
    });
  };
  app.get(`/artikel/${PACK}`, (context) => {
    const filter = shown(frame.view(context));
    return give(context, { ids: desk.matching(filter), title: null, name: 'bukti' });
  });
  app.get(`/artikel/:id{[0-9a-f]{16}}/${PACK}`, (context) => {
    const { within } = frame.view(context).filter;
    const answer = reports.article(context.req.param('id'), within);
    if (answer === null) return context.notFound();
    const { id } = answer.article;
    return give(context, { ids: [id], title: null, name: `bukti-${id}` });
  });
  app.get(`/perkara/:n{[1-9][0-9]{0,8}}/${PACK}`, (context) => {
    const found = cases.case(frame.viewer(context), Number(context.req.param('n')));
    if (found === null) return context.notFound();
    const ids = found.articles.map(({ article }) => article.id);
    const { title, n } = found.case;
    return give(context, { ids, title, name: `bukti-perkara-${n}` });
  });
}

const STATUS: Record<PackFault, 404 | 409 | 422 | 503> = {
  'nothing-kept': 404,
  'too-many': 422,
  busy: 503,
  'no-key': 409,
};

function refusedPage(context: Context, frame: Frame, fault: PackFault): Promise<Response> {
  if (fault === 'busy') context.header('retry-after', BUSY_SECONDS);
  return frame.page(
    context,
    (view) => ({
      title: sayEvidence('refused', view.language),
      body: html`<h1>${sayEvidence('refused', view.language)}</h1>
        <p>${faultText(fault, view.language)}</p>
        <p>
          <a
            href="${linkTo(context.req.path.replace(`/${PACK}`, ''), fault === 'too-many' ? view : unfiltered(view))}"
            >← ${sayEvidence('back', view.language)}</a
          >
        </p>`,
    }),
    STATUS[fault],
  );
}
