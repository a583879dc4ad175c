// The archive → cases, with the real clock.
import type { Archive } from '../archive/open.ts';
import { type Casework, openCasework } from '../oversight/cases/casework.ts';
import { nowText } from './deps.ts';

export const caseworkOf = (archive: Archive, now: () => string = nowText): Casework =>
  openCasework({
    store: archive.desk.cases,
    article: (id) => archive.article(id),
    storyMembers: (id) => archive.alerts.storyMembers(id),
    transaction: archive.transaction,
    now,
  });
