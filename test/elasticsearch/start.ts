// A test file → the Elasticsearch of this test run, shared with the others; or the reason why there is none.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect } from '../../search/client.ts';
import type { Client } from '@elastic/elasticsearch';
import { reportNotRun } from './not-run.ts';

export type Elasticsearch = {
  url: string;
  client: Client;
  /** First word of index names that no other test uses. */
  prefix: () => string;
};

/**
 * Starts the server with the first call of a run, 10–20 s from the cache. `testFile` is import.meta.url. Use:
 *
 *     const elasticsearch = await startElasticsearch(import.meta.url);
 *     describe.skipIf('missing' in elasticsearch)('…', () => {
 *       if ('missing' in elasticsearch) return;
 *       const { client } = elasticsearch;
 *
 * What a test stops or makes fail is a door before the server (door.ts), never the server itself: others use it.
 */
export async function startElasticsearch(
  testFile: string,
): Promise<Elasticsearch | { missing: string }> {
  const response = await fetch(`${inject('testServices')}/elasticsearch`);
  const answer = (await response.json()) as { url: string } | { missing: string }; // global-setup.ts wrote it
  if ('missing' in answer) {
    await reportNotRun(testFile, 'Elasticsearch', answer.missing);
    return answer;
  }
  const prefix = (): string => `test-${randomBytes(5).toString('hex')}`;
  return { url: answer.url, client: connect({ url: answer.url, apiKey: null }), prefix };
}
