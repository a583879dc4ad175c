// A pack and its check: what is whole is found whole, every altered byte is found, and what does not match is named.
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { canonical, sha256 } from '../../../oversight/evidence/canonical.ts';
import { PATHS, signedText } from '../../../oversight/evidence/layout.ts';
import { openZip, streamOf, zipOf } from '../../../oversight/evidence/zip.ts';
import { verifyPack } from '../../../oversight/evidence/verify.ts';
import { drawWaiting } from '../../../oversight/evidence/view.ts';
import { ok } from '../../../schemas/result.ts';
import { extracted } from '../../archive/make.ts';
import { newAuthority, hasOpenssl } from './service.ts';
import { stampHead } from '../../../oversight/evidence/stamping.ts';
import { NOW, look, newFolder, newKey, pack, rig, type Rig } from './rig.ts';

/** Two articles, one edited, drawn and, where OpenSSL is there, stamped; two others between their lines. */
async function made(): Promise<{ rig: Rig; file: string; ids: string[] }> {
  const all = rig();
  const first = all.save(1, 0);
  all.save(2, 1);
  const second = all.save(3, 2);
  await all.capture({ views: 'follows' });
  const deps = { archive: all.archive, key: all.key, now: () => NOW, look: async () => ok(look()) };
  await drawWaiting(deps, new AbortController().signal);
  all.save(1, 5, { extracted: extracted({ text: 'Teks yang diubah.' }) }, '<p>Diubah.</p>');
  await all.capture();
  if (hasOpenssl()) {
    const authority = newAuthority();
    onTestFinished(() => {
      authority.dispose();
    });
    const ask = async (request: Uint8Array) => ok(authority.reply(request));
    const nonce = (): Uint8Array => new Uint8Array(8);
    const { evidence } = all.archive;
    await stampHead({ evidence, service: 'uji', ask, now: () => NOW, nonce });
  }
  return { rig: all, file: await pack(all, [first, second]), ids: [first, second] };
}

let packed: Promise<Buffer> | null = null;

/** A file of its own with a pack that all tests share. */
async function copyOfPack(): Promise<string> {
  packed ??= made().then(({ file }) => readFileSync(file));
  const path = join(newFolder(), 'bukti.wacz');
  writeFileSync(path, await packed);
  return path;
}

test('what was packed is found whole, with what it proves', async () => {
  const { rig: all, file, ids } = await made();
  const verdict = await verifyPack(file, { key: all.key.fingerprint });
  expect(verdict).toMatchObject({ whole: true, faults: [], key: all.key.fingerprint });
  expect(
    verdict.entries.map(({ kind, article, version }) => `${kind} ${article} ${version}`),
  ).toEqual([
    `capture ${ids[0]} 1`,
    `capture ${ids[1]} 1`,
    `view ${ids[1]} 1`,
    `view ${ids[0]} 1`,
    `capture ${ids[0]} 2`,
  ]);
});

test('of other articles a pack says nothing but the hash of their line', async () => {
  const { rig: all, file } = await made();
  const other = all.archive.reports.articles({}, 1, 10).rows.find(({ url }) => url.endsWith('-2'));
  const zip = await openZip(file);
  if (!zip.ok) throw new Error(zip.error);
  onTestFinished(() => zip.value.close());
  const index = zip.value.files.findIndex(({ path }) => path === PATHS.log);
  let log = '';
  for await (const chunk of await zip.value.read(index)) log += String(chunk);
  expect(log).not.toContain(other?.id);
  expect(log).toMatch(/^\{"content":"[0-9a-f]{64}","seq":3\}$/m);
});

test(
  '1,000 random flips of a bit, and every byte of the ends: each is found',
  { timeout: 300_000 },
  async () => {
    const { file } = await made();
    const bytes = readFileSync(file);
    const path = join(newFolder(), 'altered.wacz');
    const altered = async (at: number, bit: number): Promise<boolean> => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      writeFileSync(path, copy);
      return (await verifyPack(path)).whole;
    };
    const missed: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        if (await altered(at, bit)) missed.push(`byte ${at} bit ${bit}`);
      }),
      { numRuns: 1000 },
    );
    for (let at = bytes.length - 64; at < bytes.length; at += 1)
      if (await altered(at, at % 8)) missed.push(`byte ${at}`);
    expect(missed).toEqual([]);
  },
);

test.for([
  ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['cut by one byte', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['with a byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
  ['with bytes before', (bytes: Buffer) => Buffer.concat([Buffer.from('xx'), bytes])],
  ['empty', () => Buffer.alloc(0)],
  ['no ZIP', () => Buffer.from('<html>bukan zip</html>')],
  ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
] as const)('a file %s does not match, and nothing breaks', async ([, alter]) => {
  const file = await copyOfPack();
  writeFileSync(file, alter(readFileSync(file)));
  const { whole, faults } = await verifyPack(file);
  expect(whole).toBe(false);
  expect(faults.join()).not.toBe('');
});

type Files = Map<string, Buffer>;

async function filesOf(file: string): Promise<Files> {
  const zip = await openZip(file);
  if (!zip.ok) throw new Error(zip.error);
  const files: Files = new Map();
  for (const [index, { path }] of zip.value.files.entries()) {
    const parts: Buffer[] = [];
    for await (const chunk of await zip.value.read(index)) parts.push(Buffer.from(chunk));
    files.set(path, Buffer.concat(parts));
  }
  await zip.value.close();
  return files;
}

/** Writes the files as a forger would: with a manifest that fits, signed by a key of his. */
async function forged(files: Files, key = newKey()): Promise<string> {
  const manifest = JSON.parse(String(files.get(PATHS.datapackage)));
  manifest.resources = [...files]
    .filter(([path]) => !path.startsWith('datapackage'))
    .map(([path, data]) => ({
      name: path.replaceAll('/', '-'),
      path,
      hash: `sha256:${sha256(data)}`,
      bytes: data.length,
    }));
  files.set(PATHS.datapackage, Buffer.from(JSON.stringify(manifest)));
  const hash = `sha256:${sha256(files.get(PATHS.datapackage) ?? '')}`;
  const { created, software } = manifest as { created: string; software: string };
  const signature = key.sign(signedText(hash, created, software));
  const ed25519 = { created, software, publicKey: key.publicKey, signature };
  files.set(PATHS.digest, Buffer.from(canonical({ path: PATHS.datapackage, hash, ed25519 })));
  const path = join(newFolder(), 'forged.wacz');
  const sources = [...files].map(([name, data]) => ({
    path: name,
    bytes: data.length,
    read: () => streamOf(data),
  }));
  await pipeline(zipOf(sources), createWriteStream(path));
  return path;
}

const editLog = (files: Files, edit: (lines: string[]) => string[]): void => {
  const lines = String(files.get(PATHS.log)).trimEnd().split('\n');
  files.set(PATHS.log, Buffer.from(`${edit(lines).join('\n')}\n`));
};

const pathOf = (files: Files, pattern: RegExp): string =>
  [...files.keys()].find((path) => pattern.test(path)) ?? '';

const FORGERIES: [string, (files: Files) => void, RegExp][] = [
  ['nothing but the key', () => {}, /which is no key of its log/],
  [
    'a line taken out',
    (files) => editLog(files, (lines) => lines.toSpliced(1, 1)),
    /the lines between 2 and 4 are missing/,
  ],
  [
    'two lines in another order',
    (files) => editLog(files, ([a = '', b = '', ...rest]) => [b, a, ...rest]),
    /an excerpt cannot begin with it|comes after line/,
  ],
  [
    'the number of a line',
    (files) => editLog(files, (lines) => lines.map((line) => line.replace('"seq":4', '"seq":5'))),
    /log line 5/,
  ],
  [
    'what an entry says',
    (files) =>
      editLog(files, (lines) => lines.map((line) => line.replaceAll('natmed.test', 'natmed.tes2'))),
    /its entry does not have the hash that the line names/,
  ],
  [
    'a screenshot',
    (files) => files.set(pathOf(files, /screenshot/), Buffer.from('lain')),
    /screenshot\.jpg: it is not what log line \d names/,
  ],
  [
    'a WARC taken out',
    (files) => files.delete(pathOf(files, /^archive\//)),
    /archive\/.*: log line \d names it, and it is missing/,
  ],
  [
    'a WARC that the log does not know',
    (files) => files.set('archive/aaaaaaaaaaaaaaaa.warc.gz', Buffer.from('x')),
    /archive\/aaaaaaaaaaaaaaaa\.warc\.gz: no line of the log names it/,
  ],
  ['the log taken out', (files) => files.delete(PATHS.log), /log\.jsonl: it is missing or empty/],
  [
    'the key taken out',
    (files) => files.delete(pathOf(files, /\.pem$/)),
    /signed by the key [0-9a-f]+, which the log does not name/,
  ],
];

test.for(FORGERIES)('a forger who packs anew changes %s', async ([, forge, named]) => {
  const files = await filesOf(await copyOfPack());
  forge(files);
  const { whole, faults } = await verifyPack(await forged(files));
  expect(whole).toBe(false);
  expect(faults.join('\n')).toMatch(named);
});

test('a whole forgery, with a log and a key of its own, is found by the fingerprint', async () => {
  const { rig: all } = await made();
  const file = await copyOfPack();
  expect((await verifyPack(file)).whole).toBe(true);
  const asked = await verifyPack(file, { key: all.key.fingerprint });
  expect(asked.faults.join()).toMatch(/not by the key that was asked for/);
});

test('the same articles give the same pack, to the byte', async () => {
  const { rig: all, ids, file } = await made();
  expect(sha256(readFileSync(await pack(all, ids)))).toBe(sha256(readFileSync(file)));
});
