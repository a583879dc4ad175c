// A real archive in memory behind the API as the dashboard mounts it; what a test asks and gets.
import { onTestFinished } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import type { Archive } from '../../../archive/open.ts';
import { apiArchive } from '../../../cli/exports.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../../cli/paths.ts';
import { api } from '../../../dashboards/api/api.ts';
import { createDashboard } from '../../../dashboards/web/server.ts';
import { OWNER, type Viewer } from '../../../schemas/viewer.ts';
import { AT, by, candidate, content, page, site } from '../../archive/make.ts';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);

export type Rig = {
  app: ReturnType<typeof createDashboard>;
  archive: Archive;
  /** Saves an article and returns its id. */
  keep: (n: number, more?: Parameters<typeof content>[2], at?: string) => string;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  json: (path: string) => Promise<any>; // oxlint-disable-line typescript/no-explicit-any -- the tests say what they expect
  /** Limits the viewer of the next questions. */
  look: (viewer: Partial<Viewer>) => void;
  /** Moves the clock, in milliseconds. */
  pass: (ms: number) => void;
  routes: () => string[];
};

export function openRig(): Rig {
  const archive = openArchive(':memory:');
  onTestFinished(() => {
    archive.close();
  });
  archive.saveSites([site(), site({ id: 'banten', name: 'Banten Kini', region: '36' })], AT);
  let viewer: Viewer = OWNER;
  let time = Date.parse(AT);
  const app = createDashboard({
    reports: archive.reports,
    regions: { name: (code) => code },
    version: '0.1.0',
    log: () => {},
    viewer: () => viewer,
    mounts: [
      api({
        archive: apiArchive(archive),
        known: knowledge,
        client: () => 'test',
        now: () => time,
        version: '0.1.0',
        log: () => {},
      }),
    ],
  });
  const get: Rig['get'] = async (path, headers = {}) =>
    app.request(`http://127.0.0.1${path}`, { headers });
  return {
    app,
    archive,
    keep: (n, more = {}, at = AT) => {
      archive.addCandidates('natmed', [candidate(n)], at);
      const stored = archive.savePage(page(n));
      return archive.saveArticle(by(n, stored), content(n, [stored], more), at).id;
    },
    get,
    json: async (path) => (await get(path)).json(),
    look: (more) => {
      viewer = { ...OWNER, ...more };
    },
    pass: (ms) => {
      time += ms;
    },
    routes: () => [...new Set(app.routes.map(({ path }) => path))],
  };
}
