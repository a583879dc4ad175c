// The archive as the API and exports ask it.
import type { Archive } from '../archive/open.ts';
import type { ApiArchive } from '../dashboards/api/ports.ts';

export const apiArchive = (archive: Archive): ApiArchive => ({
  ...archive.lists,
  article: (id, within) => archive.reports.article(id, within),
  sources: () => archive.reports.sources(),
  articleVersion: (id, version) => archive.articleVersion(id, version),
  groupsOf: (id) => archive.groupsOf(id),
});
