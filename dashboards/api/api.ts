// The API under /api/v1 and the page to try it: mounted into the dashboard, limited as each viewer is.
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import type { Log } from '../../schemas/log.ts';
import { troubleOf } from '../ports.ts';
import type { Frame, Mount } from '../web/frame.ts';
import { aggregateOperations } from './aggregates.ts';
import { articleOperations } from './articles.ts';
import { exportOperations } from './exports.ts';
import { createLimiter } from './limiter.ts';
import { BASE, openApi } from './openapi.ts';
import type { Answer, Operation } from './operation.ts';
import { type Known, placeOperations } from './places.ts';
import type { ApiArchive } from './ports.ts';
import { failed, problem } from './problem.ts';
import { TRY_PATH, tryPage } from './try-page.ts';
import { sayOfApi } from './words.ts';

export type ApiDeps = {
  archive: ApiArchive;
  known: Known;
  /** Who is limited: the account, else the address. */
  client: (context: Context) => string;
  /** UTC milliseconds. */
  now: () => number;
  version: string;
  log: Log;
};

export function api(deps: ApiDeps): Mount {
  const operations = operationsOf(deps);
  const limiter = createLimiter(deps.now);
  const description = JSON.stringify(openApi(operations, deps.version));
  return {
    navigation: [{ path: TRY_PATH, label: ['Data', 'Data'] }],
    routes: (app, frame) => {
      for (const operation of operations)
        app.get(BASE + operation.path.replace('{id}', ':id'), (context) => {
          const { account } = frame.viewer(context);
          const wait = limiter.wait(account ?? deps.client(context), operation.cost);
          return wait > 0 ? tooMany(context, wait) : answer(context, operation, deps, frame);
        });
      app.get(`${BASE}/openapi.json`, (context) =>
        sealed(context, Buffer.from(description), { 'content-type': 'application/json' }),
      );
      app.all(`${BASE}/*`, (context) => unknownPath(context, operations));
      addTryPage(app, frame, operations);
    },
  };
}

function operationsOf({ archive, known, now, version }: ApiDeps): Operation[] {
  const names = new Map(known.regions.map(({ id, name }) => [id, name]));
  return [
    ...articleOperations(archive),
    ...aggregateOperations(archive),
    ...placeOperations(archive, known),
    ...exportOperations({
      archive,
      version,
      now: () => new Date(now()).toISOString(),
      regionName: (code) => names.get(code) ?? code,
    }),
  ];
}

function addTryPage(app: Hono, frame: Frame, operations: Operation[]): void {
  app.get(TRY_PATH, async (context) => {
    // The form for one article has no other way to put its id into the path.
    const id = context.req.query('id') ?? '';
    if (/^[0-9a-f]{16}$/.test(id)) return context.redirect(`${BASE}/articles/${id}`);
    const { origin } = new URL(context.req.url);
    return frame.page(context, ({ language }) => ({
      title: sayOfApi('title', language),
      body: tryPage(operations, origin, language),
    }));
  });
}

function tooMany(context: Context, seconds: number): Response {
  const next = `Ask again in ${seconds} s; /api/v1/export gives a whole view in one answer`;
  const reason = 'this client asks faster than the limit of 8 questions a second';
  const fault = failed(429, context.req.path, reason, next);
  return problem({ ...fault, retryAfter: seconds }, context.req.path);
}

function unknownPath(context: Context, operations: readonly Operation[]): Response {
  const { method, path } = context.req;
  const known = operations.map((one) => BASE + one.path).join(', ');
  const reason = method === 'GET' ? 'there is no such address' : 'the API only answers GET';
  return problem(failed(404, `${method} ${path}`, reason, `Known: ${known}`), path);
}

async function answer(
  context: Context,
  operation: Operation,
  { archive, version, log }: ApiDeps,
  frame: Frame,
): Promise<Response> {
  const { path, url } = context.req;
  const { regions } = frame.viewer(context);
  const { origin, searchParams } = new URL(url);
  // A head tells how much has changed, of which a viewer limited to regions may only know their part.
  const early =
    regions === null && isFromArticles(operation) ? `${archive.head()} ${version}` : null;
  if (early !== null && isKnown(context, weak(early))) return unchanged(weak(early));
  try {
    const asked = { within: regions ?? undefined, origin, url, id: context.req.param('id') ?? '' };
    const result = operation.handle(searchParams, asked);
    if (!result.ok) return problem(result.error, path);
    return respond(context, result.value, early, log);
  } catch (error) {
    if (troubleOf(error) !== null) throw error; // the dashboard says what to do
    log('error', 'web.failed', {
      path,
      error: error instanceof Error ? error.stack : String(error),
    });
    const next = 'The log has the details; ask again in a moment';
    return problem(failed(500, path, 'it failed', next), path);
  }
}

/** The counts of sources also move where no article does, and an export names its time: they are told by what they hold. */
const isFromArticles = ({ path, answers }: Operation): boolean =>
  'json' in answers && path !== '/sources';

function respond(context: Context, given: Answer, early: string | null, log: Log): Response {
  if (given.kind === 'json') {
    const body = Buffer.from(JSON.stringify(given.body));
    return sealed(context, body, { 'content-type': 'application/json' }, early);
  }
  const etag = weak(given.etag);
  if (isKnown(context, etag)) return unchanged(etag);
  return new Response(streamOf(given.pieces, log, context.req.path), {
    headers: { ...given.headers, ...HEADERS, etag },
  });
}

function sealed(
  context: Context,
  body: Buffer<ArrayBuffer>,
  headers: Record<string, string>,
  early: string | null = null,
): Response {
  const etag = weak(early ?? body.toString('base64'));
  if (isKnown(context, etag)) return unchanged(etag);
  return new Response(body, { headers: { ...headers, ...HEADERS, etag } });
}

/** What is shown differs by who looks, and is asked for anew each time: a 304 costs little. */
const HEADERS = {
  'cache-control': 'private, no-cache',
  vary: 'cookie, authorization',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

const weak = (content: string): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

const isKnown = (context: Context, etag: string): boolean => {
  const sent = context.req.header('if-none-match') ?? '';
  return sent.split(',').some((one) => [etag, '*'].includes(one.trim()));
};

const unchanged = (etag: string): Response =>
  new Response(null, { status: 304, headers: { ...HEADERS, etag } });

/** Pieces are made as the client takes them; the process serves others in between. */
function streamOf(
  pieces: Iterable<Uint8Array>,
  log: Log,
  path: string,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await turn();
      try {
        const { done, value } = iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        log('error', 'web.failed', { path, error: String(error) });
        controller.error(error); // the connection breaks off: a file that ends early must not look whole
      }
    },
    cancel: () => void iterator.return?.(),
  });
}
