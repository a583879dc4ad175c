// A fetched page as served, what discovery found, and how a fetch can fail.
import { z } from 'zod';

/** How an address was found. */
export const FoundBy = z.enum(['feed', 'sitemap', 'wordpress', 'listing', 'canonical', 'part']);
export type FoundBy = z.infer<typeof FoundBy>;

/** An address that discovery proposes, with what its source said about it. */
export type Candidate = {
  /** Canonical form (pipeline/normalise/url). */
  url: string;
  foundBy: FoundBy;
  title: string | null;
  /** ISO 8601 with offset where the source gave one. */
  published: string | null;
  modified: string | null;
};

export const Page = z.object({
  /** Archive id; 0 before it is stored. */
  id: z.int(),
  site: z.string(),
  /** The address that was asked for (canonical form; key of the ledger). */
  url: z.string(),
  /** The address that answered, after redirects. */
  finalUrl: z.string(),
  /** UTC, ISO 8601. */
  fetchedAt: z.iso.datetime(),
  status: z.int(),
  /** Lower-case names. */
  headers: z.record(z.string(), z.string()),
  /** The bytes of the body after content-encoding was undone, charset not. */
  body: z.instanceof(Uint8Array),
  via: z.enum(['http', 'browser']),
});
export type Page = z.infer<typeof Page>;

/** Why there is no page. `kind` is the reason that is counted; `detail` tells a person more. */
export const FETCH_ERROR_KINDS = [
  'scheme',
  'private-address',
  'dns',
  'connect',
  'tls',
  'reset',
  'timeout',
  'too-large',
  'inflated-too-large',
  'bad-encoding',
  'redirects',
  'foreign-host',
  'content-type',
  'status',
  'browser',
] as const;
export type FetchErrorKind = (typeof FETCH_ERROR_KINDS)[number];
export type FetchError = {
  kind: FetchErrorKind;
  /** HTTP status where kind is 'status'. */
  status?: number;
  /** Seconds that the server asked to wait (Retry-After). */
  retryAfter?: number;
  detail: string;
};

/** 'status-404', 'timeout', …: the word under which a failed fetch is counted. */
export const fetchReason = (error: FetchError): string =>
  error.kind === 'status' && error.status !== undefined ? `status-${error.status}` : error.kind;
