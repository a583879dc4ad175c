// The archive → what alerts ask of it.
import type { Place } from '../../oversight/alerts/follow.ts';
import type { RehearsalDeps } from '../../oversight/alerts/rehearse.ts';
import type { Limits } from '../../oversight/watches/match.ts';
import type { Archive } from '../../archive/open.ts';
import type { Watch } from '../../schemas/watch.ts';

export const placeOf = ({ alerts, groups }: Archive): Place => ({
  answers: (id, query) => alerts.answers(id, query),
  storyMembers: (id) => alerts.storyMembers(id),
  textOf: (id) => groups.textOf(id) ?? id,
  outletOf: (site) => alerts.outletOf(site),
});

/** For a rehearsal of one watch: the articles of its regions that its account may see. */
export const rehearsalDeps = (archive: Archive, watch: Watch, limits: Limits): RehearsalDeps => ({
  articlesSince: (from) =>
    archive.reports.articlesMatching({
      from,
      ...(watch.decisions.includes('irrelevant') ? {} : { decision: 'seen' }),
      ...(watch.regions.length === 0 ? {} : { region: watch.regions }),
      ...(limits === null ? {} : { within: limits }),
    }),
  versions: (id) => archive.versions(id),
  articleVersion: (id, version) => archive.articleVersion(id, version),
  place: placeOf(archive),
});
