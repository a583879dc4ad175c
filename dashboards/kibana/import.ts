// An import file and a Kibana → its answer, believed only when it says that everything is there and shows without loss.
import { z } from 'zod';
import { type Result, fail, ok } from '../../schemas/result.ts';

export type Kibana = {
  /** With the path of its space, if any; user and password may stand in it. */
  url: string;
  apiKey: string | null;
};

/** One HTTP request; rejects where there is no answer. */
export type Send = (
  url: string,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: FormData },
) => Promise<{ status: number; body: string }>;

export type ImportReport = {
  objects: number;
  /** Dashboards that Kibana then showed us without a warning. */
  shown: number;
  /** Why the dashboards could not be looked at; null where they were. Before 9.4 Kibana has no way to do it. */
  notShown: string | null;
};

const Answer = z.object({
  success: z.boolean(),
  successCount: z.int(),
  errors: z
    .array(
      z.looseObject({
        type: z.string(),
        id: z.string(),
        error: z.looseObject({ type: z.string() }),
      }),
    )
    .optional(),
  warnings: z.array(z.looseObject({ message: z.string().optional() })).optional(),
});

type Planned = { objects: number; dashboards: readonly string[] };

/** Sends the file and overwrites what stands there from before. The error says what is wrong and what to do. */
export async function importFile(
  file: string,
  planned: Planned,
  kibana: Kibana,
  send: Send,
): Promise<Result<ImportReport, string>> {
  const { base, headers } = connection(kibana);
  const body = new FormData();
  // Kibana looks at the end of the name.
  body.append('file', new Blob([file], { type: 'application/ndjson' }), 'pantau.ndjson');
  const url = `${base}/api/saved_objects/_import?overwrite=true`;
  const sent = await ask(send, url, { method: 'POST', headers, body });
  if (!sent.ok) return sent;
  if (sent.value.status !== 200) return fail(refused(base, sent.value));
  const answer = Answer.safeParse(parsed(sent.value.body));
  if (!answer.success)
    return fail(`${base} answered, and not as Kibana does. Is KIBANA_URL the address of Kibana?`);
  const { success, successCount, errors = [], warnings = [] } = answer.data;
  if (!success || errors.length > 0) return fail(failures(errors, successCount, planned.objects));
  if (successCount !== planned.objects)
    return fail(
      `Kibana took ${successCount} of ${planned.objects} objects and named no error. Import again; if it stays so, import the file by hand under Stack Management.`,
    );
  if (warnings.length > 0)
    return fail(
      `Kibana took all objects with warnings: ${warnings.map((one) => one.message ?? JSON.stringify(one)).join('; ')}`,
    );
  return look(planned, { base, headers }, send);
}

function connection({ url, apiKey }: Kibana): { base: string; headers: Record<string, string> } {
  const address = new URL(url);
  const { username, password } = address;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  address.username = '';
  address.password = '';
  const authorization =
    apiKey !== null
      ? { authorization: `ApiKey ${apiKey}` }
      : username === ''
        ? {}
        : { authorization: `Basic ${login.toString('base64')}` };
  const base = `${address.origin}${address.pathname}`.replace(/\/+$/, '');
  return { base, headers: { 'kbn-xsrf': 'true', ...authorization } };
}

async function ask(
  send: Send,
  url: string,
  request: Parameters<Send>[1],
): Promise<Result<{ status: number; body: string }, string>> {
  try {
    return ok(await send(url, request));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    return fail(
      `Kibana at ${url} does not answer: ${reason}. Is it running, and is KIBANA_URL right?`,
    );
  }
}

function refused(base: string, { status, body }: { status: number; body: string }): string {
  const next: Record<number, string> = {
    401: 'Set KIBANA_API_KEY to a key of this Kibana.',
    403: 'The API key needs the privilege Saved Objects Management: All.',
    404: 'Is KIBANA_URL the address of Kibana, with its base path and space (…/s/NAME)?',
    413: 'A proxy before Kibana limits the size of a request; the file has some 60 KB.',
  };
  const said = z.object({ message: z.string() }).safeParse(parsed(body));
  const reason = said.success ? said.data.message : body.slice(0, 200);
  const step =
    next[status] ?? (status >= 500 ? 'Kibana may be starting: try again in a minute.' : '');
  return `${base} answered ${status}: ${reason}. ${step}`.trim();
}

type Failure = NonNullable<z.infer<typeof Answer>['errors']>[number];

function failures(errors: readonly Failure[], count: number, all: number): string {
  const lines = errors.map(({ type, id, error }) => `  ${type}/${id}: ${error.type}`);
  const isNewer = JSON.stringify(errors).includes('more recent version');
  const next = isNewer ? 'This Kibana is too old: 8.19 is the oldest that takes the file.' : '';
  return [`Kibana took ${count} of ${all} objects:`, ...lines, next]
    .filter((line) => line !== '')
    .join('\n');
}

const Shown = z.looseObject({
  warnings: z
    .array(z.looseObject({ type: z.string().optional(), message: z.string().optional() }))
    .optional(),
});

/** The import only looks at attribute types; read back, Kibana 9.4 and later names each panel that it drops. */
async function look(
  { objects, dashboards }: Planned,
  { base, headers }: { base: string; headers: Record<string, string> },
  send: Send,
): Promise<Result<ImportReport, string>> {
  const dropped: string[] = [];
  for (const id of dashboards) {
    const answer = await ask(send, `${base}/api/dashboards/${id}`, { method: 'GET', headers });
    if (!answer.ok) return answer;
    const { status, body } = answer.value;
    const shown = Shown.safeParse(status === 200 ? parsed(body) : null);
    if (!shown.success)
      return ok({
        objects,
        shown: 0,
        notShown: `this Kibana does not show dashboards through its API (${status}): before 9.4 it cannot`,
      });
    for (const { type, message } of shown.data.warnings ?? [])
      dropped.push(`  ${id}: ${message ?? type ?? 'a warning'}`);
  }
  if (dropped.length > 0)
    return fail(
      [`Kibana took all ${objects} objects and does not show all of them:`, ...dropped].join('\n'),
    );
  return ok({ objects, shown: dashboards.length, notShown: null });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
