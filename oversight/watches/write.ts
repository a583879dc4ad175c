// A watch → its YAML file, comments of the file that was there kept; written whole or not at all.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isMap, parseDocument } from 'yaml';
import { WATCH_ID, type Watch, WatchRules } from '../../schemas/watch.ts';

/** What a key is where the file does not name it. */
const DEFAULTS: Record<string, unknown> = WatchRules.parse({ name: '-' });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The text of a watch: `name`, and what is not as by default. */
export function watchYaml({ id: _id, ...rules }: Watch, before = ''): string {
  const read = parseDocument(before);
  const document = read.errors.length === 0 && isMap(read.contents) ? read : new Document({});
  for (const [key, value] of Object.entries(rules)) {
    const given = document.getIn([key]) !== undefined;
    if (key !== 'name' && same(value, DEFAULTS[key])) document.delete(key);
    else if (!given || !same(document.toJS()[key], value))
      document.set(key, document.createNode(value));
  }
  return document.toString({ lineWidth: 100 });
}

const pathOf = (dir: string, id: string): string => {
  if (!WATCH_ID.test(id)) throw new Error(`'${id}' is no id of a watch`);
  return join(dir, `${id}.yaml`);
};

/** Writes `dir`/<id>.yaml, making the folder. */
export function writeWatch(dir: string, watch: Watch): void {
  const path = pathOf(dir, watch.id);
  mkdirSync(dir, { recursive: true });
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const draft = `${path}.new`;
  writeFileSync(draft, watchYaml(watch, before), { mode: 0o600 });
  renameSync(draft, path);
}

export function removeWatch(dir: string, id: string): void {
  rmSync(pathOf(dir, id), { force: true });
}

/** A free id made of a name: 'ASN Kalimantan Timur' → 'asn-kalimantan-timur'. */
export function idFor(name: string, taken: readonly string[]): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  const id = (words ?? ['pantauan']).join('-').slice(0, 60).replace(/-+$/, '');
  for (let n = 2; ; n += 1) {
    const tried = n === 2 && !taken.includes(id) ? id : `${id}-${n}`;
    if (!taken.includes(tried)) return tried;
  }
}
