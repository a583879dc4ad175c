// A letter → a mail over SMTP. The Message-ID is made of the letter's key, so a repeat is known as one.
import { createTransport } from 'nodemailer';
import type { Send, Sent } from '../alerts/deliver.ts';
import type { Voice } from './letter.ts';
import { writeMail } from './mail.ts';

export type Smtp = {
  /** smtp://user:password@host:port, smtps:// for TLS from the start. */
  url: string;
  /** From whom: 'Pantau <pantau@host>'. */
  from: string;
  /** Host name in the Message-ID. */
  host: string;
};

/** Milliseconds for each step; the try as a whole is ended by its signal. */
const STEP = 10_000;

/** Sends to one address. */
export function emailChannel(to: string, smtp: Smtp, voice: Voice): Send {
  return async (letter, signal) => {
    const mail = await writeMail(letter, voice);
    const transport = createTransport({
      url: smtp.url,
      connectionTimeout: STEP,
      greetingTimeout: STEP,
      socketTimeout: STEP,
      // What is sent is made here: nothing of it is fetched or read from a file.
      disableUrlAccess: true,
      disableFileAccess: true,
    });
    const stop = (): void => transport.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([
        transport
          .sendMail({
            from: smtp.from,
            to,
            messageId: `<${letter.key}@${smtp.host}>`,
            date: new Date(letter.createdAt),
            headers: {
              'X-Pantau-Key': letter.key,
              'Auto-Submitted': 'auto-generated',
              'X-Auto-Response-Suppress': 'All',
            },
            ...mail,
          })
          .then((): Sent => ({ kind: 'delivered' }), judge),
        ended(signal),
      ]);
    } finally {
      signal.removeEventListener('abort', stop);
      transport.close();
    }
  };
}

const ended = (signal: AbortSignal): Promise<Sent> =>
  new Promise((resolve) => {
    const end = (): void =>
      resolve({ kind: 'failed', reason: 'the mail server did not answer in time', afterMs: null });
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** A server that refuses for good (5xx) the address or the mail will not take it later; a wrong login may be put right. */
function judge(error: unknown): Sent {
  const known = error as { responseCode?: number; code?: string; message?: string };
  const reason = (known.message ?? String(error)).slice(0, 300);
  const refused =
    (known.responseCode ?? 0) >= 500 && (known.code === 'EENVELOPE' || known.code === 'EMESSAGE');
  return refused ? { kind: 'refused', reason } : { kind: 'failed', reason, afterMs: null };
}
