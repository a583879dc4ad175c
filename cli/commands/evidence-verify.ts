// A pack → whether all of it is as it was packed, what it holds, and what limits what it proves.
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Verdict, verifyPack } from '../../oversight/evidence/verify.ts';
import { Failure } from '../failure.ts';
import { print, table } from '../table.ts';

type Options = { key?: string; ca?: string[]; json?: boolean };

export async function verifyEvidence(file: string, options: Options): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Failure(`${file}: there is no such file.`, 2);
  const verdict = await verifyPack(file, {
    key: readFingerprint(options.key),
    trusted: options.ca?.flatMap(readCertificates),
  });
  print({ file, ...verdict }, describe(file, verdict), options.json);
  if (!verdict.whole) process.exitCode = 1;
}

function readFingerprint(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const hex = text.replaceAll(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  throw new Failure(
    `--key ${text}: a fingerprint is 64 hexadecimal digits, as 'evidence key' prints it.`,
    2,
  );
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function readCertificates(file: string): Uint8Array[] {
  if (!existsSync(file)) throw new Failure(`--ca ${file}: there is no such file.`, 2);
  try {
    const found = readFileSync(file, 'utf8').match(PEM) ?? [];
    if (found.length > 0) return found.map((pem) => new X509Certificate(pem).raw);
  } catch {
    // said below
  }
  throw new Failure(`--ca ${file}: it holds no certificate in PEM form.`, 2);
}

function describe(file: string, verdict: Verdict): string {
  const { whole, faults, notes, title, created, key, entries, stamps } = verdict;
  const verdictLine = whole
    ? `${file}: everything in it is as it was packed.`
    : `${file}: DOES NOT MATCH. ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:`;
  const facts = [
    ...(title === null ? [] : [`title    ${title}`]),
    ...(created === null ? [] : [`packed   ${created}`]),
    ...(key === null ? [] : [`key      ${key}`]),
    ...stamps.map(
      ({ seq, time, signer }) => `stamped  ${time} by ${signer}: the log up to line ${seq}`,
    ),
  ];
  const rows = entries.map(({ seq, kind, article, version, at, url }) => [
    seq,
    kind,
    `${article} v${version}`,
    at,
    url ?? '',
  ]);
  return [
    verdictLine,
    ...faults.map((fault) => `  ✖ ${fault}`),
    '',
    ...facts,
    ...(rows.length === 0 ? [] : ['', table(['line', 'entry', 'article', 'at', 'address'], rows)]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `note: ${note}`)]),
  ].join('\n');
}
