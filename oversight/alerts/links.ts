// An alert in; the addresses that a message carries out, those of a correction signed so that a click from a mail is
// known to come from one.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Alert } from '../../schemas/watch.ts';

/** What a reader may say of an alert: it is no case, it is another region, it is another kind. */
export const WRONGS = ['bukan', 'wilayah', 'jenis'] as const;
export type Wrong = (typeof WRONGS)[number];

export type Links = {
  article(alert: Alert): string;
  watch(id: string): string;
  /** Where a reader says that the alert is wrong. */
  review(alert: Alert, wrong: Wrong): string;
};

/** Days for which a review link holds, from the alert on. */
const REVIEW_DAYS = 90;
const DAY_MS = 86_400_000;

/** `base` is the address of the dashboard as people reach it; `key` the installation's. */
export function createLinks(base: string, key: Uint8Array): Links {
  const at = (path: string): string => new URL(path, base).href;
  return {
    article: ({ article }) => at(`/artikel/${article.id}`),
    watch: (id) => at(`/pantauan/${id}`),
    review: (alert, wrong) => {
      const until = new Date(Date.parse(alert.at) + REVIEW_DAYS * DAY_MS).toISOString();
      const parameters = new URLSearchParams({
        artikel: alert.article.id,
        versi: String(alert.article.version),
        tanda: tagOf(alert, wrong),
        salah: wrong,
        pantauan: alert.watch,
        sampai: until.slice(0, 10),
      });
      parameters.set('sidik', sign(parameters, key));
      return at(`/tinjau?${parameters.toString()}`);
    },
  };
}

function tagOf({ primary, kind }: Alert, wrong: Wrong): string {
  switch (wrong) {
    case 'bukan':
      return 'relevance';
    case 'wilayah':
      return primary === null ? 'region' : `primary:${primary}`;
    case 'jenis':
      return `coverage:${kind}`;
    default:
      return wrong satisfies never;
  }
}

export type ReviewLink = {
  article: string;
  version: number;
  tag: string;
  wrong: Wrong;
  watch: string;
};

/** Reads the parameters of a review link; null where the signature does not fit or the day `today` is past its last. */
export function readReviewLink(
  parameters: URLSearchParams,
  key: Uint8Array,
  today: string,
): ReviewLink | null {
  const { sidik = '', ...rest } = Object.fromEntries(parameters);
  const signed = Buffer.from(sign(new URLSearchParams(rest), key));
  const given = Buffer.from(sidik);
  if (signed.length !== given.length || !timingSafeEqual(signed, given)) return null;
  const wrong = WRONGS.find((each) => each === rest['salah']);
  if (wrong === undefined || (rest['sampai'] ?? '') < today) return null;
  return {
    article: rest['artikel'] ?? '',
    version: Number(rest['versi']),
    tag: rest['tanda'] ?? '',
    wrong,
    watch: rest['pantauan'] ?? '',
  };
}

/** HMAC-SHA256 over the parameters by name, the first 32 hex digits. */
function sign(parameters: URLSearchParams, key: Uint8Array): string {
  const sorted = [...parameters]
    .filter(([name]) => name !== 'sidik')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(sorted);
  return createHmac('sha256', key).update(`review ${text}`).digest('hex').slice(0, 32);
}

/** The secret that signs what the webhooks of a watch are sent, as the Standard Webhooks specification writes one. */
export function webhookSecret(key: Uint8Array, watch: string): string {
  return `whsec_${createHmac('sha256', key).update(`webhook ${watch}`).digest('base64')}`;
}
