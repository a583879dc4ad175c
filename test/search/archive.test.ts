// The real archive → a real Elasticsearch, with the process that projects killed at every kind of request it makes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { toDocument } from '../../search/document.ts';
import { project } from '../../search/project.ts';
import { rebuild } from '../../search/rebuild.ts';
import { newPath } from '../archive/folder.ts';
import { AT, by, candidate, content, later, page, site, tags } from '../archive/make.ts';
import { openDoor } from '../elasticsearch/door.ts';
import { startElasticsearch } from '../elasticsearch/start.ts';
import { irrelevant } from './articles.ts';
import { gazetteer } from './gazetteer.ts';
import { documents, notingDeps } from './target.ts';

const elasticsearch = await startElasticsearch(import.meta.url);
const PROJECTOR = join(import.meta.dirname, 'projector.ts');

/** Twelve articles: some read again with another result, some irrelevant, one gone. */
function fillArchive(path: string): void {
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  for (let n = 0; n < 12; n += 1) {
    archive.addCandidates('natmed', [candidate(n)], AT);
    const id = archive.savePage(page(n));
    const none = tags(n % 4 === 1 ? irrelevant : {});
    archive.saveArticle(by(n, id), content(n, [id], { tags: none }), AT);
    const turned = tags(n % 4 === 0 ? irrelevant : { decision: 'review' });
    if (n % 2 === 0)
      archive.saveArticle(by(n, id, 'code-2'), content(n, [id], { tags: turned }), later(n));
  }
  archive.markGone(candidate(2).url, 404, later(60));
  archive.close();
}

/** What Elasticsearch must hold. */
function wanted(path: string): Record<string, unknown> {
  const archive = openArchive(path, { readOnly: true });
  const ids = new Set(archive.changesAfter(0, 1000).map(({ article }) => article));
  const entries = [...ids].flatMap((id) => {
    const article = archive.article(id);
    if (article === null || article.tags.decision === 'irrelevant') return [];
    return [
      [
        id,
        { version: article.version, source: toDocument(article, gazetteer, archive.groupsOf(id)) },
      ] as const,
    ];
  });
  archive.close();
  return Object.fromEntries(entries);
}

describe.skipIf('missing' in elasticsearch)('the archive in Elasticsearch', () => {
  if ('missing' in elasticsearch) return;
  const run = async (path: string, prefix: string, work = project): Promise<string> => {
    const archive = openArchive(path);
    const target = { client: elasticsearch.client, prefix, gazetteer };
    const { state } = await work(archive, target, notingDeps());
    archive.close();
    return state;
  };

  test('its documents equal the articles that are relevant or to be reviewed', async () => {
    const [path, prefix] = [newPath(), elasticsearch.prefix()];
    fillArchive(path);
    expect(await run(path, prefix)).toBe('done');
    const want = wanted(path);
    expect(Object.keys(want)).toHaveLength(6);
    expect(await documents(elasticsearch.client, `${prefix}-articles`)).toEqual(want);
    const coverage = await documents(elasticsearch.client, `${prefix}-coverage`);
    expect(Object.keys(coverage)).toEqual(['natmed/2024-11-01']);
  });

  test('an article that was joined to an older one leaves the index, and a rebuild does not bring it back', async () => {
    const [path, prefix] = [newPath(), elasticsearch.prefix()];
    fillArchive(path);
    expect(await run(path, prefix)).toBe('done');
    const [older, younger] = [candidate(2).url, candidate(6).url];
    const archive = openArchive(path);
    archive.movedTo(older, younger, later(70));
    const move = archive.moves.moveToJudge();
    if (move === null) throw new Error('there is no move');
    archive.moves.follow(move, null, later(71));
    archive.close();
    const want = wanted(path);
    expect(Object.keys(want)).toHaveLength(5);
    for (const work of [project, rebuild]) {
      expect(await run(path, prefix, work)).toBe('done');
      expect(await documents(elasticsearch.client, `${prefix}-articles`)).toEqual(want);
    }
  });

  test.for([
    { verb: 'project', path: '_bulk', when: 'before' },
    { verb: 'project', path: '_bulk', when: 'after' },
    { verb: 'project', path: 'articles-000001', when: 'after' },
    { verb: 'rebuild', path: '_bulk', when: 'after' },
    { verb: 'rebuild', path: '_aliases', when: 'before' },
    { verb: 'rebuild', path: '_aliases', when: 'after' },
  ])('$verb, killed $when Elasticsearch did $path: the next run makes it whole', async (scene) => {
    const [path, prefix] = [newPath(), elasticsearch.prefix()];
    fillArchive(path);
    if (scene.verb === 'rebuild') await run(path, prefix);
    const door = await openDoor(elasticsearch.url);
    const victim = spawn(process.execPath, [PROJECTOR, path, door.url, prefix, scene.verb]);
    const killed = new Promise((resolve) =>
      victim.once('exit', (_code, signal) => resolve(signal)),
    );
    door.behave((_method, requested) => {
      if (!requested.includes(scene.path)) return 'pass';
      if (scene.when === 'before') victim.kill('SIGKILL');
      return scene.when === 'before'
        ? 'down'
        : { loseAnswerAnd: () => void victim.kill('SIGKILL') };
    });
    expect(await killed).toBe('SIGKILL');
    await door.close();
    const served = await documents(elasticsearch.client, `${prefix}-articles`).catch(() => null);
    if (scene.verb === 'rebuild') expect(served).toEqual(wanted(path));
    const work = scene.verb === 'rebuild' ? rebuild : project;
    expect(await run(path, prefix, work)).toBe('done');
    expect(await documents(elasticsearch.client, `${prefix}-articles`)).toEqual(wanted(path));
    const left = Object.keys(
      await elasticsearch.client.indices.get({ index: `${prefix}-articles*` }),
    );
    expect(left).toHaveLength(1);
  });
});
