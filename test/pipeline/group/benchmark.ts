// How long grouping takes, and what a million fingerprints need: node test/pipeline/group/benchmark.ts
// No test: figures depend on the machine. Those of ours are in docs/grouping.md.
import { DatabaseSync } from 'node:sqlite';
import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewText } from '../../../pipeline/group/article.ts';
import { createKeyIndex } from '../../../pipeline/group/key-index.ts';
import { COMMON_KEY } from '../../../pipeline/group/fingerprint.ts';
import { sameText } from '../../../pipeline/group/same-text.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf } from './set.ts';
import { chance, spun } from './variants.ts';

const ARTICLES = Number(process.argv[2] ?? 1_000_000);
const KEYS = 24;
const LOOKUPS = 20_000;

/**
 * Keys as articles have them: 3.5 % come from runs of words that others have too, by Zipf's law; so it is among the
 * 660 texts that we have, where the commonest stands in 2 %, here in 5 %.
 */
function keysOf(article: number): number[] {
  const next = chance(article);
  const own = (): number => Math.floor(next() * 2 ** 32);
  const common = (): number => Math.floor(Math.exp(next() * Math.log(100_000)));
  return Array.from({ length: KEYS }, () => (next() < 0.035 ? common() : own()));
}

/** A copy of it: half of its keys and others of its own. */
const copyOf = (article: number): number[] => [
  ...keysOf(article).slice(0, KEYS / 2),
  ...keysOf(ARTICLES + article).slice(KEYS / 2),
];

/** By CPU time, so that a loaded machine does not count. */
function timed(label: string, count: number, work: () => void): void {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  const perSecond = Math.round(count / ((user + system) / 1e6));
  console.log(`${label}: ${perSecond.toLocaleString('en')} a CPU second`);
}

const gold = readGold('test/gold/given.jsonl').map(articleOf);
const copies = gold.map((article, seed) => ({ ...article, text: spun(article.text, 0.3, seed) }));
timed('views of articles', gold.length * 20, () => {
  for (let round = 0; round < 20; round++) for (const article of gold) viewText(article);
});
const views = [...gold, ...copies].map((article) => viewText(article));
timed('pairs compared', gold.length * 50, () => {
  for (let round = 0; round < 50; round++)
    for (let at = 0; at < gold.length; at++) {
      const [a, b] = [views[at], views[at + gold.length]];
      if (a && b) sameText(a, b);
    }
});
const NO_TAGS = articleOf({ id: '', outlet: '', title: '', text: '', published: null }).tags;
const long = gold.map(({ text }) => text).join('\n\n');
for (const times of [1, 2, 4, 8]) {
  const text = Array.from({ length: times }, () => long).join('\n\n');
  const from = performance.now();
  viewText({
    title: '',
    text,
    tags: NO_TAGS,
  });
  const each = (performance.now() - from) / text.length;
  console.log(`one text of ${text.length} characters: ${(each * 1e6).toFixed(0)} ns a character`);
}

const index = createKeyIndex(ARTICLES * KEYS);
timed('memory: articles added', ARTICLES, () => {
  for (let article = 0; article < ARTICLES; article++) index.add(keysOf(article));
});
let found = 0;
const asked = Array.from({ length: LOOKUPS }, (_, at) => (at * 7919) % ARTICLES);
const questions = asked.map(copyOf);
timed('memory: fingerprints looked up', LOOKUPS, () => {
  for (const [at, keys] of questions.entries())
    if (index.sharing(keys, 2, COMMON_KEY).some(({ article }) => article === asked[at])) found += 1;
});
console.log(
  `found ${found} of ${LOOKUPS}; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`,
);

const path = join(tmpdir(), `grouping-${process.pid}.db`);
const db = new DatabaseSync(path);
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -200000;
  CREATE TABLE k (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) STRICT, WITHOUT ROWID`);
const inSqlite = Math.min(ARTICLES, 100_000);
const insert = db.prepare('INSERT OR IGNORE INTO k VALUES (?, ?)');
timed(`SQLite: articles added (${inSqlite})`, inSqlite, () => {
  for (let from = 0; from < inSqlite; from += 1000) {
    db.exec('BEGIN');
    for (let article = from; article < from + 1000; article++)
      for (const key of keysOf(article)) insert.run(key, article);
    db.exec('COMMIT');
  }
});
const share = db.prepare('SELECT article FROM k WHERE key = ? LIMIT ?');
const some = asked.slice(0, 5000).map((article) => copyOf(article % inSqlite));
timed('SQLite: fingerprints looked up', some.length, () => {
  for (const keys of some) {
    const counts = new Map<unknown, number>();
    for (const key of keys) {
      const rows = share.all(key, COMMON_KEY + 1);
      if (rows.length > COMMON_KEY) continue;
      for (const { article } of rows) counts.set(article, (counts.get(article) ?? 0) + 1);
    }
  }
});
db.close();
console.log(`SQLite: ${Math.round(statSync(path).size / inSqlite)} bytes an article`);
for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
