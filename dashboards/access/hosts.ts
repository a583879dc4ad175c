// The Host header of a request in; whether it names this Pantau out. Keeps DNS rebinding and forged hosts out.
import { isIP } from 'node:net';

/** `publicUrl`: the address that people use, null where none is set; `host`: what Pantau listens on. */
export type Hosts = { publicUrl: string | null; host: string };

/** The name of this machine to itself; browsers resolve *.localhost to loopback. */
export const isLoopbackName = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(name);

/** `host` of a listener, without brackets. */
export const isLoopbackAddress = (host: string): boolean =>
  host === '::1' || isLoopbackName(host) || /^::ffff:127\./i.test(host);

/**
 * Without accounts only names of loopback are answered, because whoever asks may do all. With them also addresses
 * (nobody can point a name of theirs at a page and have it be one), the listener's own name and that of publicUrl.
 */
export function isOwnHost(header: string, hosts: Hosts, accounts: boolean): boolean {
  const name = nameOf(header);
  if (name === null) return false;
  if (isLoopbackName(name)) return true;
  if (!accounts) return false;
  if (name === hosts.host.toLowerCase()) return true;
  if (hosts.publicUrl !== null && name === new URL(hosts.publicUrl).hostname) return true;
  return isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0;
}

/** Origins that a form of ours is sent from: the host it was asked at, by either scheme, and publicUrl. */
export function isOwnOrigin(origin: string, header: string, { publicUrl }: Hosts): boolean {
  const own = [`http://${header}`, ...(publicUrl === null ? [] : [new URL(publicUrl).origin])];
  return own.includes(origin.toLowerCase());
}

/**
 * Who asks. A proxy on this machine, which publicUrl stands for, says it in the last address of X-Forwarded-For;
 * from anybody else that header means nothing.
 */
export function clientAddress(peer: string, forwarded: string | undefined, hosts: Hosts): string {
  const said = forwarded?.split(',').at(-1)?.trim() ?? '';
  const proxied = hosts.publicUrl !== null && isLoopbackAddress(peer);
  return proxied && isIP(said) !== 0 ? said : peer;
}

/** 'Example.org:8030' → 'example.org'. */
function nameOf(header: string): string | null {
  if (!/^[\w.:[\]-]+$/.test(header)) return null;
  return URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : null;
}
