// Address and API key → a client that fails soon: waiting and trying again is for the callers, who know what may wait.
import { Client } from '@elastic/elasticsearch';

export function connect(server: { url: string; apiKey: string | null }): Client {
  return new Client({
    node: server.url,
    ...(server.apiKey === null ? {} : { auth: { apiKey: server.apiKey } }),
    requestTimeout: 30_000,
    maxRetries: 0,
    compression: false,
  });
}
