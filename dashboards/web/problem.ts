// A request that cannot be answered → a page that says why and what to do next; for a program the same as a problem.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Trouble, troubleOf } from '../ports.ts';
import type { Frame } from './frame.ts';
import { linkTo, unfiltered } from './view.ts';
import { type Label, say, tell } from './words.ts';

/** Seconds after which another process has mostly done its writing. */
const RETRY_AFTER = '10';

const WORDS: Record<Trouble | 'kept' | 'again' | 'open', Label> = {
  busy: [
    'Arsip sedang ditulis oleh proses lain, misalnya pemutakhiran atau pemulihan.',
    'Another process is writing to the archive, for example an update or a restore.',
  ],
  'disk-full': [
    'Ruang disk habis. Operator perlu mengosongkan ruang; tidak ada yang hilang dari arsip.',
    'The disk is full. The operator has to make room; nothing in the archive is lost.',
  ],
  kept: [
    'Isian ini belum tersimpan. Kembali dengan tombol peramban – isiannya masih ada – lalu kirim lagi beberapa saat kemudian.',
    'What was sent is not saved yet. Go back with the button of the browser – the form is still filled in – and send it again in a moment.',
  ],
  again: ['Coba lagi beberapa saat kemudian.', 'Try again in a moment.'],
  open: ['Buka lagi halaman ini', 'Open this page again'],
};

export const notFoundPage = (context: Context, frame: Frame): Promise<Response> =>
  plain(context, frame, 'notFound', 404);

/** `error`: why it failed. What a person can wait for or mend is said so (503), anything else is a bug (500). */
export function failedPage(context: Context, frame: Frame, error: Error): Promise<Response> {
  const trouble = troubleOf(error);
  if (trouble === null) return plain(context, frame, 'broken', 500);
  context.header('retry-after', RETRY_AFTER);
  const isRead = ['GET', 'HEAD'].includes(context.req.method);
  if (!(context.req.header('accept') ?? '').includes('text/html'))
    return Promise.resolve(asProblem(context, trouble));
  return frame.page(
    context,
    (view) => ({
      title: '503',
      body: html`<h1>${tell(WORDS[trouble], view.language)}</h1>
        <p>${tell(WORDS[isRead ? 'again' : 'kept'], view.language)}</p>
        ${isRead ? html`<p><a href="${linkTo(context.req.path, view)}">${tell(WORDS.open, view.language)}</a></p>` : ''}`,
    }),
    503,
  );
}

function asProblem(context: Context, trouble: Trouble): Response {
  const problem = {
    type: 'about:blank',
    title: tell(WORDS[trouble], 'en'),
    status: 503,
    detail: tell(WORDS.again, 'en'),
    instance: context.req.path,
  };
  return context.body(JSON.stringify(problem), 503, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

const plain = (
  context: Context,
  frame: Frame,
  word: 'notFound' | 'broken',
  status: 404 | 500,
): Promise<Response> =>
  frame.page(
    context,
    (view) => ({
      title: String(status),
      body: html`<p class="empty">${say(word, view.language)}</p>
        <p>
          <a href="${linkTo('/', unfiltered(view))}">${say('notFoundNext', view.language)}</a>
        </p>`,
    }),
    status,
  );
