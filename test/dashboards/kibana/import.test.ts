// The import against a server on loopback that answers as Kibana does, in every way that it may.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildObjects, readSources, toNdjson } from '../../../dashboards/kibana/build.ts';
import { type Send, importFile } from '../../../dashboards/kibana/import.ts';

const objects = buildObjects(readSources(), 'pantau');
const file = toNdjson(objects);
const dashboards = objects.filter(({ type }) => type === 'dashboard').map(({ id }) => id);
const planned = { objects: objects.length, dashboards };

type Reply = { status: number; body: unknown };
type Seen = {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  form: FormData | null;
};

let reply: (seen: Seen) => Reply | 'hang-up';
let seen: Seen[];
let url: string;
let close: () => void;

/** Refuses what Kibana refuses: no kbn-xsrf, a file name without .ndjson. */
const asKibana = (request: Seen): Reply => {
  if (request.headers['kbn-xsrf'] === undefined)
    return { status: 400, body: { message: 'Request must contain a kbn-xsrf header.' } };
  if (request.method === 'GET') return { status: 200, body: { id: 'x', data: {}, warnings: [] } };
  const sent = request.form?.get('file');
  if (!(sent instanceof File) || !sent.name.endsWith('.ndjson'))
    return { status: 400, body: { message: 'Invalid file extension' } };
  return { status: 200, body: { success: true, successCount: objects.length } };
};

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { method = 'GET', headers } = request;
  const type = headers['content-type'] ?? '';
  const form = type.startsWith('multipart/')
    ? await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData()
    : null;
  const one = { method, url: request.url ?? '', headers, form };
  seen.push(one);
  const answer = reply(one);
  if (answer === 'hang-up') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

beforeEach(async () => {
  reply = asKibana;
  seen = [];
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has one
  url = `http://127.0.0.1:${port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => close());

const send: Send = async (address, request) => {
  const response = await fetch(address, request);
  return { status: response.status, body: await response.text() };
};
const run = (more: { url?: string; apiKey?: string | null } = {}) =>
  importFile(file, planned, { url, apiKey: null, ...more }, send);

test('sends the whole file and looks at each dashboard', async () => {
  expect(await run()).toEqual({
    ok: true,
    value: { objects: objects.length, shown: 3, notShown: null },
  });
  expect(seen[0]).toMatchObject({
    method: 'POST',
    url: '/api/saved_objects/_import?overwrite=true',
  });
  const sent = seen[0]?.form?.get('file');
  expect(sent instanceof File ? await sent.text() : '').toBe(file);
  expect(seen.slice(1).map((one) => one.url)).toEqual(
    dashboards.map((id) => `/api/dashboards/${id}`),
  );
});

test('space, key and login go where Kibana looks for them', async () => {
  await run({ url: `${url}/s/bawaslu/`, apiKey: 'abc' });
  expect(seen[0]).toMatchObject({
    url: '/s/bawaslu/api/saved_objects/_import?overwrite=true',
    headers: { authorization: 'ApiKey abc' },
  });
  seen = [];
  await run({ url: url.replace('http://', 'http://elastic:p%40ss@') });
  const basic = Buffer.from('elastic:p@ss').toString('base64');
  expect(seen[0]?.headers['authorization']).toBe(`Basic ${basic}`);
});

test('a Kibana before 9.4 does not show dashboards through its API: said, not failed', async () => {
  reply = (one) =>
    one.method === 'GET' ? { status: 404, body: { message: 'Not Found' } } : asKibana(one);
  expect(await run()).toMatchObject({
    ok: true,
    value: { shown: 0, notShown: expect.stringContaining('9.4') },
  });
});

describe('what is not a success', () => {
  const post =
    (answer: Reply | 'hang-up') =>
    (one: Seen): Reply | 'hang-up' =>
      one.method === 'POST' ? answer : asKibana(one);
  const get =
    (body: unknown) =>
    (one: Seen): Reply | 'hang-up' =>
      one.method === 'GET' ? { status: 200, body } : asKibana(one);
  test.for<[string, (one: Seen) => Reply | 'hang-up', string]>([
    ['a hang-up', () => 'hang-up', 'does not answer'],
    ['no key', post({ status: 401, body: { message: 'Unauthorized' } }), 'KIBANA_API_KEY'],
    [
      'a key without the privilege',
      post({ status: 403, body: { message: 'Forbidden' } }),
      'privilege',
    ],
    ['a wrong path', post({ status: 404, body: 'nginx' }), 'base path'],
    ['a proxy with a limit', post({ status: 413, body: '' }), 'limits the size'],
    ['starting', post({ status: 503, body: 'Kibana server is not ready yet' }), 'try again'],
    ['a page in place of an answer', post({ status: 200, body: '<html>' }), 'not as Kibana'],
    [
      '200 without success',
      post({
        status: 200,
        body: {
          success: false,
          successCount: 9,
          errors: [{ type: 'search', id: 's', error: { type: 'missing_references' } }],
        },
      }),
      'search/s: missing_references',
    ],
    [
      'an old Kibana',
      post({
        status: 200,
        body: {
          success: false,
          successCount: 0,
          errors: [
            {
              type: 'dashboard',
              id: 'd',
              error: { type: 'unknown', message: 'belongs to a more recent version of Kibana' },
            },
          ],
        },
      }),
      'too old',
    ],
    [
      'fewer than were sent',
      post({ status: 200, body: { success: true, successCount: 3 } }),
      '3 of',
    ],
    [
      'a warning of the import',
      post({
        status: 200,
        body: { success: true, successCount: objects.length, warnings: [{ message: 'careful' }] },
      }),
      'careful',
    ],
    [
      'a panel that is dropped',
      get({ warnings: [{ type: 'dropped_panel', message: 'Panel peta was dropped' }] }),
      'Panel peta was dropped',
    ],
  ])('%s', async ([, behaviour, says]) => {
    reply = behaviour;
    expect(await run()).toEqual({ ok: false, error: expect.stringContaining(says) });
  });

  test('nobody there', async () => {
    close();
    expect(await run()).toEqual({
      ok: false,
      error: expect.stringMatching(/does not answer.*KIBANA_URL/),
    });
  });
});
