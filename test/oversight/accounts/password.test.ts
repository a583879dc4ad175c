import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, passwordFault, passwordFits } from '../../../oversight/accounts/password.ts';

test('a hash states its parameters, is salted, and fits its password alone', async () => {
  const [one, other] = [
    await hashPassword('kuda laut di Bontang', randomBytes),
    await hashPassword('kuda laut di Bontang', randomBytes),
  ];
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(other);
  expect(await passwordFits('kuda laut di Bontang', one)).toBe(true);
  expect(await passwordFits('kuda laut di bontang', one)).toBe(false);
  expect(await passwordFits('', one)).toBe(false);
  expect(await passwordFits('kuda laut di Bontang', null)).toBe(false);
});

test('older parameters are read from the hash', async () => {
  // RFC 7914 §12: scrypt("password", "NaCl", N=1024, r=8, p=16), first 32 bytes.
  const key = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162';
  const phc = (hex: string): string =>
    Buffer.from(hex, 'hex').toString('base64').replace(/=+$/, '');
  const hash = `$scrypt$ln=10,r=8,p=16$${phc('4e61436c')}$${phc(key)}`;
  expect(await passwordFits('password', hash)).toBe(true);
});

test('a hash that is none is a fault of ours, not a wrong password', async () => {
  await expect(passwordFits('x', 'plain text')).rejects.toThrow('no scrypt hash');
});

test('a password typed with composed or combining marks is one', async () => {
  const hash = await hashPassword('Pengawasan é kuat', randomBytes);
  expect(await passwordFits('Pengawasan e\u0301 kuat', hash)).toBe(true);
});

test.for([
  ['pendek', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['desk-kaltim1', 'is-the-name'],
  ['aaaaaaaaaaaaaaaa', 'too-simple'],
  ['121212121212121', 'too-simple'],
  ['kuda laut di Bontang', null],
] as const)('%s: %s', ([password, fault]) => {
  expect(passwordFault(password, 'desk-kaltim')).toBe(fault);
});
