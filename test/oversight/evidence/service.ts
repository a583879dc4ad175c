// A time-stamp service of one's own: a certificate authority, a signer and RFC 3161 over HTTP, by OpenSSL.
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl = (): boolean => spawnSync('openssl', ['version']).status === 0;

const CONFIG = `
[req]
distinguished_name = name
prompt = no
[name]
CN = Layanan Waktu Uji
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[stamps]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = service
[service]
serial = ./serial
signer_cert = ./signer.pem
certs = ./root.pem
signer_key = ./signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

export type Authority = {
  /** DER of the root. */
  root: Uint8Array;
  /** Path of the root as PEM. */
  rootFile: string;
  /** Answers a request as the service would. */
  reply(request: Uint8Array): Uint8Array;
  dispose(): void;
};

/** Makes root and signer; takes a second or two. */
export function newAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-tsa-'));
  /** Arguments without spaces in them. */
  const openssl = (args: string): void => {
    execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'pipe' });
  };
  const newPair = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config c.cnf';
  writeFileSync(join(folder, 'c.cnf'), CONFIG);
  openssl(
    `req -x509 ${newPair} -keyout root.key -out root.pem -days 3650 -subj /CN=Akar -extensions root`,
  );
  openssl(`req ${newPair} -keyout signer.key -out signer.csr`);
  openssl(
    'x509 -req -in signer.csr -CA root.pem -CAkey root.key -CAcreateserial -out signer.pem -days 3650 ' +
      '-extfile c.cnf -extensions stamps',
  );
  const rootFile = join(folder, 'root.pem');
  return {
    root: new X509Certificate(readFileSync(rootFile)).raw,
    rootFile,
    reply: (request) => {
      writeFileSync(join(folder, 'q.tsq'), request);
      openssl('ts -reply -config c.cnf -queryfile q.tsq -out r.tsr');
      return readFileSync(join(folder, 'r.tsr'));
    },
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Service = { url: string; close(): Promise<void> };

export async function serveHttp(listener: RequestListener): Promise<Service> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has this shape of address
  return {
    url: `http://127.0.0.1:${port}/tsa`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** The service of this authority. */
export const serveStamps = (authority: Authority): Promise<Service> =>
  serveHttp((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const right = request.headers['content-type'] === 'application/timestamp-query';
      response.writeHead(right ? 200 : 415, { 'content-type': 'application/timestamp-reply' });
      response.end(right ? authority.reply(Buffer.concat(parts)) : '');
    });
  });
