// The archive as the API and exports ask it.
import type { Archive } from '../archive/open.ts';
import type { ApiArchive } from '../dashboards/api/ports.ts';

export const apiArchive = ({ lists, reports, ...archive }: Archive): ApiArchive => ({
  ...lists,
  article: reports.article,
  sources: reports.sources,
  articleVersion: archive.articleVersion,
  groupsOf: archive.groupsOf,
});
