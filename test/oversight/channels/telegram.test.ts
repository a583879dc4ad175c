// Letters as Telegram takes them: its limits, its markup, its answers from a Bot API server on loopback.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { textContent } from 'domutils';
import { expect, test } from 'vitest';
import { telegramChannel, writeTelegram } from '../../../oversight/channels/telegram.ts';
import { alert, watch } from '../make.ts';
import { HOSTILE, hostile, letter, never, voice } from './voice.ts';

/** As the Bot API counts: characters after entities are parsed. */
const seen = (markup: string): string => textContent(parseDocument(markup));

const TAGS = /<\/?(?:b|i)>|<a href="[^"<>]*">|<\/a>/g;

test('one alert: what, where, why, and what to click', () => {
  const text = writeTelegram(letter(), voice);
  expect(seen(text)).toMatchInlineSnapshot(`
    "Kota Bontang: Laporan pertama · Dugaan pelanggaran
    Camat diduga ajak warga pilih paslon

    Wilayah: Kota Bontang
    Pemilihan: Pilkada 2024, kampanye
    Jenis: Dugaan pelanggaran
    Dugaan pelanggaran: ajakan_dukungan
    Pihak: ASN
    Terbit: Natmed, 2024-11-01
    Diberitakan oleh: 1 media (1 artikel, 1 naskah berbeda)
    Bukti: 0123456789abcdef versi 1
    Ditandai karena: “diduga ajak warga”

    Buka di Pantau
    Ada yang keliru? Bukan kasus · Salah wilayah · Salah jenis
    ASN Kaltim · pantau-abc"
  `);
});

test('many alerts: as many as the watch wants, the others counted', () => {
  const alerts = Array.from({ length: 24 }, (_, n) => alert({ key: `k${n}` }));
  const text = writeTelegram(letter({ alerts, watch: watch({ cap: 5 }) }), voice);
  expect(seen(text).match(/Camat diduga/g)).toHaveLength(5);
  expect(seen(text)).toContain('… dan 19 lagi');
});

test.for(HOSTILE)('text of the press stays text: %j', (text) => {
  const markup = writeTelegram(letter({ alerts: [hostile(text)] }), voice);
  expect(markup.replaceAll(TAGS, '')).not.toMatch(/[<>]/);
  expect(seen(markup)).toContain(text.slice(0, 300));
});

test('never longer than Telegram takes, whatever the press writes', () => {
  const words = fc.string({ maxLength: 2_000, unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (texts) => {
      const alerts = texts.map(hostile);
      const markup = writeTelegram(letter({ alerts, watch: watch({ cap: 50 }) }), voice);
      expect(seen(markup).length).toBeLessThanOrEqual(4_096);
      expect(markup.replaceAll(TAGS, '')).not.toMatch(/[<>]/);
    }),
    { numRuns: 60 },
  );
});

test.for<[number, object, object]>([
  [200, { ok: true }, { kind: 'delivered' }],
  [429, { ok: false, parameters: { retry_after: 7 } }, { kind: 'failed', afterMs: 7_000 }],
  [400, { ok: false, description: 'chat not found' }, { kind: 'refused' }],
  [403, { ok: false, description: 'bot was kicked' }, { kind: 'failed' }],
  [502, {}, { kind: 'failed' }],
])('the API answers %i', async ([status, body, sent]) => {
  const asked: { url: string | undefined; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const bot = { api: `http://127.0.0.1:${port}`, token: '123:abc' };
  const result = await telegramChannel('-1001', bot, voice)(letter(), never);
  expect(result).toMatchObject(sent);
  expect(JSON.stringify(result)).not.toContain('123:abc');
  expect(asked).toMatchObject([
    { url: '/bot123:abc/sendMessage', body: { chat_id: '-1001', parse_mode: 'HTML' } },
  ]);
  server.close();
  server.closeAllConnections();
});
