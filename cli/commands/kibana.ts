// The dashboards for Kibana: printed, sent to it, or each of their questions asked of Elasticsearch.
import { buildObjects, readSources, toNdjson } from '../../dashboards/kibana/build.ts';
import { checkQuestions } from '../../dashboards/kibana/ask/check.ts';
import { type Send, importFile } from '../../dashboards/kibana/import.ts';
import { checkFile } from '../../dashboards/kibana/rules/check.ts';
import type { SavedObject } from '../../dashboards/kibana/saved-object.ts';
import { connect } from '../../search/client.ts';
import { toFailure } from '../../search/failure.ts';
import { questions } from '../../search/questions.ts';
import type { Config } from '../../schemas/config.ts';
import { loadConfig } from '../config.ts';
import { Failure } from '../failure.ts';
import { print } from '../table.ts';

type Options = { data: string; json?: boolean };

/** Built for the index names of this installation; what breaks a rule is never sent. */
function build(config: Config): { objects: SavedObject[]; file: string } {
  const objects = buildObjects(readSources(), config.indexPrefix);
  const file = toNdjson(objects);
  const { faults } = checkFile(file);
  if (faults.length > 0)
    throw new Failure(
      `The sources in dashboards/kibana/sources break rules:\n${faults.map(({ object, rule, reason }) => `  ${object}: ${rule}: ${reason}`).join('\n')}`,
    );
  return { objects, file };
}

export function kibanaBuild({ data }: Options): void {
  process.stdout.write(build(loadConfig(data, process.env)).file);
}

export async function kibanaImport({ data, json }: Options): Promise<void> {
  const config = loadConfig(data, process.env);
  if (config.kibana === null)
    throw new Failure(
      `No Kibana is configured. Set KIBANA_URL, or 'kibana: http://…' in ${data}/pantau.yaml; or 'kibana build > pantau.ndjson' and import that file by hand.`,
    );
  const { objects, file } = build(config);
  const dashboards = objects.filter(({ type }) => type === 'dashboard').map(({ id }) => id);
  const kibana = { url: config.kibana, apiKey: config.kibanaApiKey };
  const done = await importFile(file, { objects: objects.length, dashboards }, kibana, send);
  if (!done.ok) throw new Failure(done.error);
  const { shown, notShown } = done.value;
  const looked = notShown ?? `${shown} dashboards shown without a warning`;
  print(done.value, `${objects.length} objects imported; ${looked}`, json);
}

const TIMEOUT_MS = 60_000;

const send: Send = async (url, request) => {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
  return { status: response.status, body: await response.text() };
};

export async function kibanaCheck({ data, json }: Options): Promise<void> {
  const config = loadConfig(data, process.env);
  if (config.elasticsearch === null)
    throw new Failure(
      `No Elasticsearch is configured. Set ELASTICSEARCH_URL, or 'elasticsearch: http://…' in ${data}/pantau.yaml.`,
    );
  const client = connect({ url: config.elasticsearch, apiKey: config.elasticsearchApiKey });
  try {
    const report = await checkQuestions(build(config).objects, questions(client));
    const lines = report.findings.map(({ place, reason }) => `${place}: ${reason}`);
    const sum = `${report.asked} questions of panels, controls, searches and maps asked, ${lines.length} without an answer`;
    print(report, [...lines, sum].join('\n'), json);
    if (lines.length > 0)
      throw new Failure("Not every panel has data. Is the index filled ('status' tells)?");
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(toFailure(error).reason);
  } finally {
    await client.close();
  }
}
