// What Elasticsearch has not seen → Elasticsearch; or all of it, into a new index behind the alias.
import { openWorkplace } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { openProjection } from '../projection.ts';
import { print, table } from '../table.ts';

export async function indexVerb(options: {
  data: string;
  rebuild?: boolean;
  json?: boolean;
}): Promise<void> {
  const workplace = openWorkplace(options.data);
  try {
    const projection = await openProjection(workplace, loadKnowledge(KNOWLEDGE_DIR));
    if (projection === null) {
      throw new Failure(
        `No Elasticsearch is configured. Set ELASTICSEARCH_URL, or 'elasticsearch: http://…' in ${options.data}/pantau.yaml.`,
      );
    }
    const report = await (options.rebuild === true ? projection.rebuild() : projection.project());
    await projection.close();
    const rows = Object.entries(report.counts).map(([kind, counts]) => [
      kind,
      counts.written,
      counts.deleted,
      counts.already,
      counts.refused,
    ]);
    print(
      report,
      table(['index', 'written', 'deleted', 'already there', 'refused'], rows),
      options.json,
    );
    if (report.state === 'done') return;
    throw new Failure(
      `Elasticsearch does not have all: ${report.reason ?? ''}\nNothing is lost; run 'index' again.`,
    );
  } finally {
    workplace.archive.close();
  }
}
