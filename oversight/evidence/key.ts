// The installation's Ed25519 key as PEM in; what signs the log and packs, and what checks a signature, out.
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { sha256 } from './canonical.ts';

export type SigningKey = {
  /** SHA-256 (hex) of the public key's SubjectPublicKeyInfo. */
  fingerprint: string;
  /** SubjectPublicKeyInfo, base64. */
  publicKey: string;
  /** Signature over the UTF-8 of `text`, base64. */
  sign(text: string): string;
};

/** Reads a PKCS #8 PEM. @throws TypeError, where it is no Ed25519 key */
export function readKey(pem: string): SigningKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new TypeError(`it holds a key of type ${key.asymmetricKeyType}, not ed25519`);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    fingerprint: sha256(spki),
    publicKey: spki.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** SHA-256 (hex) of a public key in base64. */
export const fingerprintOf = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64'));

/** Whether `signature` (base64, in its one form) is this public key's over `text`; false for what is no key or signature at all. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.toString('base64') !== signature) return false;
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      type: 'spki',
      format: 'der',
    });
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false; // bytes that are no public key
  }
}
