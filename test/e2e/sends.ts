// Loaded into a process before its own code (node --import): writes down when each request goes onto its socket.
// SENDS_FILE names the file, a line `UTC-ms host` for each. No PANTAU_…: an unknown one is refused, and the threads of the
// process, which load this too, need it.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const file = process.env['SENDS_FILE'];

if (file !== undefined)
  // undici tells it right before it writes the headers
  subscribe('undici:client:sendHeaders', (message) => {
    const at = performance.timeOrigin + performance.now();
    const { headers } = message as { headers: string };
    const host = /^host: (.*?)\r?$/im.exec(headers)?.[1] ?? '';
    appendFileSync(file, `${at} ${host}\n`);
  });
