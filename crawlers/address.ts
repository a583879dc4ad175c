// A host name or IP address → may a request go there? Refuses private, loopback and other special addresses.
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';

/** Special IPv4 blocks (IANA special-purpose registry, RFC 6890 and later), multicast and reserved. */
const SPECIAL_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Blocks inside the global unicast range 2000::/3 that lead elsewhere: Teredo and protocol use, documentation, 6to4. */
const SPECIAL_V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [net, bits] of SPECIAL_V4) special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of SPECIAL_V6) special.addSubnet(net, bits, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** True for an address of the public internet. IPv4-mapped, NAT64 and all other special IPv6 forms are not. */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !special.check(ip, 'ipv4');
  return family === 6 && globalUnicast.check(ip, 'ipv6') && !special.check(ip, 'ipv6');
}

/** True for a URL whose host is an IP address that must not be asked: any IPv6 literal, or a special IPv4 one. */
export function isRefusedLiteral(url: URL): boolean {
  if (url.hostname.startsWith('[')) return true;
  return isIP(url.hostname) === 4 && !isPublicAddress(url.hostname);
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const resolveByDns: Resolve = (host) => lookup(host, { all: true });

export const PRIVATE_ADDRESS = 'EPRIVATE';

/** The public addresses of a host; throws with code EPRIVATE where there is none. */
async function publicAddresses(host: string, resolve: Resolve): Promise<LookupAddress[]> {
  const all = await resolve(host);
  const open = all.filter(({ address }) => isPublicAddress(address));
  if (open.length > 0) return open;
  const names = all.map(({ address }) => address).join(', ') || 'nothing';
  const error = new Error(`${host} resolves to ${names}: not a public address`);
  throw Object.assign(error, { code: PRIVATE_ADDRESS });
}

/**
 * The look-up that a connection uses: what was checked is what is connected to, so a name that answers
 * differently the second time gains nothing. Fails with code EPRIVATE where no public address is left.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  const look = callbackify((host: string) => publicAddresses(host, resolve));
  return (host, options, callback) =>
    look(host, (error, open) => {
      const first = open?.[0];
      if (error !== null || first === undefined) callback(error, '', 4);
      else if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
}
