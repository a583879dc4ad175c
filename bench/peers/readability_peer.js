// readability + linkedom: {url, html} lines on stdin → one line of JSON for each on stdout. argv: the folder they are installed in.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(join(process.argv[2] ?? '', 'package.json'));
const { Readability } = require('@mozilla/readability');
const { parseHTML } = require('linkedom');

for await (const line of createInterface({ input: process.stdin })) {
  const { document } = parseHTML(JSON.parse(line).html);
  const { title, byline, publishedTime, textContent } = new Readability(document).parse() ?? {};
  process.stdout.write(`${JSON.stringify({ title, byline, publishedTime, text: textContent })}\n`);
}
