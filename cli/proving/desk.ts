// The archive's evidence → packs as the dashboard gives them away.
import { Readable } from 'node:stream';
import type { EvidenceDesk } from '../../dashboards/desk/evidence-ports.ts';
import { zipOf } from '../../oversight/evidence/zip.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import { fail, ok } from '../../schemas/result.ts';
import { type Workplace, nowText } from '../deps.ts';
import { Failure } from '../failure.ts';
import { maySee } from '../reviewing/desk.ts';
import { makePack } from './pack.ts';

/** The pictures of all of them are in the memory of the process while the report is made. */
const MOST_ARTICLES = 50;
/** Packs in the making; each may run a Chromium for its report. */
const AT_ONCE = 2;

export function openEvidenceDesk(
  workplace: Workplace,
  knowledge: Pick<Knowledge, 'regions'>,
  now: () => string = nowText,
): EvidenceDesk {
  const { archive, log } = workplace;
  let making = 0;
  return {
    most: MOST_ARTICLES,
    kept: (id) => archive.evidence.linesOf(id).length,
    matching: (filter) => {
      const ids: string[] = [];
      for (const { id } of archive.reports.articlesMatching(filter)) {
        ids.push(id);
        if (ids.length > MOST_ARTICLES) break;
      }
      return ids;
    },
    pack: async (viewer, ids, title) => {
      if (ids.length > MOST_ARTICLES) return fail('too-many');
      if (making >= AT_ONCE) return fail('busy');
      const article: typeof archive.article = (id) => {
        const found = archive.article(id);
        return found !== null && maySee(viewer, found) ? found : null;
      };
      making += 1;
      try {
        const order = { ids, title, created: now(), archive: { ...archive, article } };
        const pack = await makePack(workplace, knowledge, order);
        if (pack === null) return fail('nothing-kept');
        return ok(Readable.toWeb(zipOf(pack.files)) as ReadableStream<Uint8Array>); // of Node's own type
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        log('error', 'evidence.stopped', { reason: error.message });
        return fail('no-key');
      } finally {
        making -= 1;
      }
    },
  };
}
