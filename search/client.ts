// Address and API key → a client that fails soon: waiting and trying again is for the callers, who know what may wait.
import { Client } from '@elastic/elasticsearch';

/** `signal` breaks off what is under way, and what is asked after it. */
export function connect(
  server: { url: string; apiKey: string | null },
  signal?: AbortSignal,
): Client {
  const client = new Client({
    node: server.url,
    ...(server.apiKey === null ? {} : { auth: { apiKey: server.apiKey } }),
    requestTimeout: 30_000,
    maxRetries: 0,
    compression: false,
  });
  if (signal === undefined) return client;
  const { transport } = client;
  const request = transport.request.bind(transport);
  const stoppable = (...[params, options]: Parameters<typeof request>): unknown =>
    request(params, { ...options, signal });
  // every call of the client goes through here; the overloads for three shapes of answer stay as they are
  transport.request = stoppable as typeof transport.request;
  return client;
}
