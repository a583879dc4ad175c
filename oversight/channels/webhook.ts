// A letter → a signed POST, as the Standard Webhooks specification has it (webhook-id, webhook-timestamp,
// webhook-signature), so that ready-made libraries of the receiver check it.
import { createHmac } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import type { Alert } from '../../schemas/watch.ts';
import type { Letter, Send, Sent } from '../alerts/deliver.ts';
import { type Links, WRONGS, webhookSecret } from '../alerts/links.ts';

export type WebhookDeps = {
  /** The installation's key. */
  key: Uint8Array;
  links: Links;
  /** Finds the address of a host and refuses one that must not be asked; null to ask any. */
  lookup: LookupFunction | null;
  /** A URL that is such an address itself. */
  isRefused: (url: URL) => boolean;
  version: string;
  /** Milliseconds since 1970. */
  now: () => number;
};

/** What a receiver gets. */
type Payload = {
  type: 'pantau.alerts';
  timestamp: string;
  data: { watch: { id: string; name: string; url: string }; alerts: (Alert & { links: object })[] };
};

function payload({ watch, alerts, createdAt }: Letter, links: Links): Payload {
  return {
    type: 'pantau.alerts',
    timestamp: createdAt,
    data: {
      watch: { id: watch.id, name: watch.name, url: links.watch(watch.id) },
      alerts: alerts.map((alert) => ({
        ...alert,
        links: {
          article: links.article(alert),
          ...Object.fromEntries(WRONGS.map((wrong) => [wrong, links.review(alert, wrong)])),
        },
      })),
    },
  };
}

/** `id.timestamp.body` under the secret of the watch; `seconds` since 1970. */
export function signWebhook(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

export function webhookChannel(address: string, deps: WebhookDeps): Send {
  return async (letter, signal) => {
    const url = new URL(address);
    if (deps.isRefused(url)) return privateAddress(url.hostname);
    // A connection for each letter: the address is looked up, and judged, each time.
    const agent = new Agent({
      connections: 1,
      ...(deps.lookup === null ? {} : { connect: { lookup: deps.lookup } }),
    });
    const body = JSON.stringify(payload(letter, deps.links));
    const seconds = Math.floor(deps.now() / 1000);
    try {
      const answer = await request(url, {
        dispatcher: agent,
        method: 'POST',
        signal,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': `Pantau/${deps.version}`,
          'webhook-id': letter.key,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signWebhook(
            webhookSecret(deps.key, letter.watch.id),
            letter.key,
            seconds,
            body,
          ),
          'idempotency-key': letter.key,
        },
        body,
      });
      answer.body.on('error', () => {});
      answer.body.destroy();
      return judge(answer.statusCode, answer.headers['retry-after'], deps.now());
    } catch (error) {
      return connectionFailed(error, url, signal);
    } finally {
      await agent.destroy();
    }
  };
}

/** Answers that speak of the message, or say that the address is given up; whatever else may be put right. */
const FOR_GOOD = new Set([400, 410, 413, 415, 422]);

/** 2xx: taken. Redirects are not followed. */
function judge(status: number, retryAfter: unknown, now: number): Sent {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const next = status < 400 ? ': give the address that it leads to' : '';
  const reason = `the receiver answered ${status}${next}`;
  if (FOR_GOOD.has(status)) return { kind: 'refused', reason };
  return { kind: 'failed', reason, afterMs: milliseconds(retryAfter, now) };
}

/** Retry-After in seconds or as a date (RFC 9110). */
function milliseconds(retryAfter: unknown, now: number): number | null {
  if (typeof retryAfter !== 'string' || retryAfter === '') return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const privateAddress = (host: string): Sent => ({
  kind: 'failed',
  reason: `${host} is not a public address: set webhookLoopback in pantau.yaml to allow it`,
  afterMs: null,
});

/** Why a connection failed, without the stack. */
export function connectionFailed(error: unknown, url: URL, signal: AbortSignal): Sent {
  if (signal.aborted) {
    return { kind: 'failed', reason: `${url.host} did not answer in time`, afterMs: null };
  }
  const known = error as { message?: string; code?: string };
  if (known.code === 'EPRIVATE') return privateAddress(url.hostname);
  const reason = `${url.host}: ${known.message ?? String(error)}`.slice(0, 300);
  return { kind: 'failed', reason, afterMs: null };
}
