// Loaded into a process before its own code (node --import): writes down when each request goes onto its socket.
// PANTAU_TEST_SENDS names the file, a line `UTC-ms host` for each; taken out of the environment, which Pantau checks.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const file = process.env['PANTAU_TEST_SENDS'];
delete process.env['PANTAU_TEST_SENDS'];

if (file !== undefined)
  // undici tells it right before it writes the headers
  subscribe('undici:client:sendHeaders', (message) => {
    const at = performance.timeOrigin + performance.now();
    const { headers } = message as { headers: string };
    const host = /^host: (.*?)\r?$/im.exec(headers)?.[1] ?? '';
    appendFileSync(file, `${at} ${host}\n`);
  });
