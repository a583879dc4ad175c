// Letters through a real SMTP server: what arrives, and what a server's refusal comes to.
import { afterEach, describe, expect, test } from 'vitest';
import { emailChannel } from '../../../oversight/channels/email.ts';
import { writeMail } from '../../../oversight/channels/mail.ts';
import { alert, watch } from '../make.ts';
import { type Mailbox, type Manner, openMailbox } from '../receivers.ts';
import { HOSTILE, hostile, letter, never, voice } from './voice.ts';

let mailbox: Mailbox | null = null;
afterEach(async () => {
  await mailbox?.close();
  mailbox = null;
});

async function send(manner: Manner = 'take', more = letter(), signal = never) {
  mailbox = await openMailbox(() => manner);
  const smtp = { url: mailbox.url, from: 'Pantau <pantau@pantau.test>', host: 'pantau.test' };
  const sent = await emailChannel('desk@example.org', smtp, voice)(more, signal);
  return { sent, mail: mailbox.taken[0]?.body };
}

describe('a mail', () => {
  test('says what, where, which election, why, how many outlets, the evidence, and what to click', async () => {
    const { sent, mail } = await send();
    expect(sent).toEqual({ kind: 'delivered' });
    expect(mail?.subject).toBe('Kota Bontang: Laporan pertama · Dugaan pelanggaran');
    expect(mail?.messageId).toBe('<pantau-abc@pantau.test>');
    expect(mail?.to?.[0]?.address).toBe('desk@example.org');
    for (const text of [mail?.text ?? '', mail?.html ?? '']) {
      for (const part of [
        'Camat diduga ajak warga pilih paslon',
        'Kota Bontang',
        'Pilkada 2024, kampanye',
        'diduga ajak warga',
        '1 media',
        '0123456789abcdef versi 1',
        'https://natmed.test/a1',
        'https://pantau.test/artikel/0123456789abcdef',
        'salah=bukan',
        'salah=wilayah',
        'salah=jenis',
        'pantau-abc',
      ])
        expect(text).toContain(part);
    }
  });

  test('speaks English where the watch does', async () => {
    const { mail } = await send('take', letter({ watch: watch({ language: 'en' }) }));
    expect(mail?.subject).toBe('Kota Bontang: First report · Dugaan pelanggaran');
    expect(mail?.text).toContain('Reported by: 1 outlet(s)');
  });

  test('of many alerts tells as many as the watch wants and counts the others', async () => {
    const alerts = Array.from({ length: 24 }, (_, n) => alert({ key: `k${n}`, incident: n % 5 }));
    const { mail } = await send('take', letter({ alerts, watch: watch({ cap: 12 }) }));
    expect(mail?.subject).toBe('ASN Kaltim: 24 kabar, 5 peristiwa');
    expect(mail?.text).toContain('… dan 12 lagi: https://pantau.test/pantauan/asn-kaltim');
    expect(mail?.html?.match(/class="card"/g)).toHaveLength(12);
  });

  test.for(HOSTILE)('text of the press stays text: %j', async (text) => {
    const { sent, mail } = await send('take', letter({ alerts: [hostile(text)] }));
    expect(sent.kind).toBe('delivered');
    expect(mail?.html).not.toMatch(/<script|<img|javascript:alert\(1\)">x<|onerror=alert\(1\)>/i);
    expect(mail?.bcc ?? []).toEqual([]);
  });

  test('has nothing from elsewhere in it', async () => {
    const { html } = await writeMail(letter(), voice);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/);
  });
});

describe('a server', () => {
  test.for<[Manner, string]>([
    ['500', 'failed'],
    ['cut', 'failed'],
    ['taken-then-500', 'failed'],
    ['400', 'refused'],
  ])('that answers %s: %s', async ([manner, kind]) => {
    expect((await send(manner)).sent.kind).toBe(kind);
  });

  test('that does not answer is given up when the signal says so', async () => {
    const stop = new AbortController();
    const sending = send('silent', letter(), stop.signal);
    const wait = setInterval(() => {
      if (mailbox !== null && mailbox.asked() > 0) stop.abort();
    }, 5);
    expect((await sending).sent).toMatchObject({ kind: 'failed' });
    clearInterval(wait);
  });

  test('that is not there is a failure that names it', async () => {
    const smtp = { url: 'smtp://127.0.0.1:1', from: 'a@b.test', host: 'b.test' };
    const sent = await emailChannel('desk@example.org', smtp, voice)(letter(), never);
    expect(sent).toMatchObject({ kind: 'failed', reason: expect.stringContaining('127.0.0.1:1') });
  });
});
