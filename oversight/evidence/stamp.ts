// A hash in; a time-stamp request (RFC 3161), and what a service answered to it, judged, out.
import { createHash } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ExtKeyUsage,
  MessageImprint,
  PKIStatus,
  SignedData,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
  getCrypto,
} from 'pkijs';
import { fail, ok, type Result } from '../../schemas/result.ts';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';

export type Stamp = {
  /** When the service saw the hash, UTC, ISO 8601. */
  time: string;
  /** The name in the certificate that signed it. */
  signer: string;
  serial: string;
  /** Whether that certificate leads to one of the trusted ones; null where none were given. */
  trusted: boolean | null;
};

/** What is stamped: the SHA-256 of the UTF-8 of a line's hash, so that `sha256sum` and `openssl ts` can follow it. */
const imprintOf = (hash: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(hash).digest());

/** A request, DER. `nonce`: eight bytes of chance, so that the answer cannot be an old one. */
export function stampRequest(hash: string, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID }),
      hashedMessage: new OctetString({ valueHex: imprintOf(hash).buffer }),
    }),
    nonce: integerOf(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** A positive INTEGER: the first bit of the nonce is given up for the sign. */
function integerOf(nonce: Uint8Array): Integer {
  const bytes = new Uint8Array(nonce);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new Integer({ valueHex: bytes.buffer });
}

/**
 * Reads a response: granted, about this hash, and signed by the certificate it carries; else why not. With `trusted`
 * (DER of root certificates) that certificate must lead to one of them for `trusted` to be true. With `nonce` (as given
 * to stampRequest) the answer must be to that request.
 */
export async function readStamp(
  response: Uint8Array,
  hash: string,
  options: { nonce?: Uint8Array; trusted?: readonly Uint8Array[] } = {},
): Promise<Result<Stamp, string>> {
  try {
    return await judge(response, hash, options);
  } catch (error) {
    return fail(
      `not a time-stamp response: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}

async function judge(
  response: Uint8Array,
  hash: string,
  { nonce, trusted }: { nonce?: Uint8Array; trusted?: readonly Uint8Array[] },
): Promise<Result<Stamp, string>> {
  const { status, timeStampToken } = TimeStampResp.fromBER(new Uint8Array(response));
  if (status.status > PKIStatus.grantedWithMods || timeStampToken === undefined)
    return fail(refusal(status));
  const signed = new SignedData({ schema: timeStampToken.content });
  const info = TSTInfo.fromBER(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0));
  if (!isImprint(info, hash)) return fail('the stamp is about something else');
  if (nonce !== undefined && !sameNonce(info, nonce))
    return fail('the answer is not to the request that was sent');
  const imprinted = new TextEncoder().encode(hash).buffer;
  const verified = await signed.verify(
    { signer: 0, data: imprinted, extendedMode: true },
    getCrypto(true),
  );
  const { signerCertificate } = verified;
  if (verified.signatureVerified !== true || !signerCertificate)
    return fail('the signature of the service is not that of its certificate');
  return ok({
    time: info.genTime.toISOString(),
    signer: nameOf(signerCertificate),
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    trusted:
      trusted === undefined
        ? null
        : mayStamp(signerCertificate) && (await leadsTo(signed, trusted, info, imprinted)),
  });
}

function refusal(status: TimeStampResp['status']): string {
  const words = status.statusStrings?.map(({ valueBlock }) => valueBlock.value).join('; ') ?? '';
  return `the service refused (status ${status.status})${words === '' ? '' : `: ${words}`}`;
}

const isImprint = ({ messageImprint }: TSTInfo, hash: string): boolean =>
  messageImprint.hashAlgorithm.algorithmId === SHA256_OID &&
  Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView).equals(imprintOf(hash));

const sameNonce = ({ nonce }: TSTInfo, sent: Uint8Array): boolean =>
  nonce !== undefined &&
  Buffer.from(nonce.valueBlock.valueHexView).equals(
    Buffer.from(integerOf(sent).valueBlock.valueHexView),
  );

const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A trusted root signs certificates for many ends; only one for time stamping may stamp (RFC 3161 §2.3). */
const mayStamp = ({ extensions }: Certificate): boolean =>
  extensions?.some(
    ({ extnID, parsedValue }) =>
      extnID === EXTENDED_KEY_USAGE &&
      parsedValue instanceof ExtKeyUsage &&
      parsedValue.keyPurposes.includes(TIME_STAMPING),
  ) ?? false;

async function leadsTo(
  signed: SignedData,
  trusted: readonly Uint8Array[],
  { genTime }: TSTInfo,
  data: ArrayBuffer,
): Promise<boolean> {
  const trustedCerts = trusted.map((der) => Certificate.fromBER(new Uint8Array(der)));
  const options = { signer: 0, data, trustedCerts, checkDate: genTime, checkChain: true };
  try {
    const result = await signed.verify({ ...options, extendedMode: true }, getCrypto(true));
    return result.signatureVerified === true && result.signerCertificateVerified === true;
  } catch {
    return false; // no path to a trusted certificate
  }
}

const COMMON_NAME = '2.5.4.3';

const nameOf = ({ subject }: Certificate): string => {
  const named =
    subject.typesAndValues.find(({ type }) => type === COMMON_NAME) ?? subject.typesAndValues[0];
  return named?.value.valueBlock.value ?? 'unnamed';
};
