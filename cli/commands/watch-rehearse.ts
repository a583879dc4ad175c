// A watch and the archive → what it would have sent in the last days, and what would make it less.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rehearse } from '../../oversight/alerts/rehearse.ts';
import { type Names, headline } from '../../oversight/channels/words.ts';
import { readWatch } from '../../oversight/watches/read.ts';
import type { Hint, Rehearsal } from '../../schemas/rehearsal.ts';
import { WATCH_ID, type Watch } from '../../schemas/watch.ts';
import { nowText, openToRead } from '../deps.ts';
import { Failure } from '../failure.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { readSourceList } from '../sources.ts';
import { print } from '../table.ts';
import { namesOf } from '../watching/channels.ts';
import { watchesDir } from '../watching/folder.ts';
import { knownOf } from '../watching/known.ts';
import { limitsOf } from '../watching/open.ts';
import { rehearsalDeps } from '../watching/place.ts';

type Options = { data: string; sites?: string; days: number; json?: boolean };

/** Alerts shown to a person; JSON has all. */
const SHOWN = 20;

export function rehearseWatch(name: string, options: Options): void {
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const { archive } = openToRead(options.data);
  try {
    const listed = (): string[] => readSourceList(options.sites).sites.map(({ id }) => id);
    const path = pathOf(name, options.data);
    const read = readWatch(path, knownOf(knowledge, listed, archive));
    if (!read.ok) throw new Failure(read.error.join('\n'));
    const watch = read.value;
    const limits = limitsOf(archive, watch);
    const span = { days: options.days, now: nowText() };
    const rehearsal = rehearse(watch, limits, span, rehearsalDeps(archive, watch, limits));
    print(rehearsal, describe(watch, rehearsal, namesOf(knowledge)), options.json);
  } finally {
    archive.close();
  }
}

function pathOf(name: string, data: string): string {
  const path = WATCH_ID.test(name) ? join(watchesDir(data), `${name}.yaml`) : name;
  if (existsSync(path)) return path;
  throw new Failure(`${path}: there is no such watch. 'watch list' shows those that are there.`, 2);
}

function describe(watch: Watch, rehearsal: Rehearsal, names: Names): string {
  const { days, alerts, stories, messages, largest, list, hints, byEvent } = rehearsal;
  const sum = `In the last ${days} days ${watch.name} would have sent ${alerts} alerts about ${stories} stories, in ${messages} messages a channel.`;
  if (alerts === 0) return `${sum}\nThe archive holds nothing of these days that answers it.`;
  const events = Object.entries(byEvent).map(([event, n]) => `${event} ${n}`);
  const lines = list.slice(0, SHOWN).map((alert) => {
    return `${alert.at.slice(0, 10)}  ${headline(alert, names, 'en')}\n            ${alert.article.title} (${alert.article.outlet})`;
  });
  return [
    sum,
    `${events.join(', ')}; ${largest?.alerts ?? 0} of them from one story: ${largest?.title ?? ''}`,
    ...(hints.length === 0 ? [] : [`Less would come with:\n${hints.map(hintLine).join('\n')}`]),
    lines.join('\n'),
    ...(list.length > SHOWN ? [`… and ${list.length - SHOWN} more: --json has all`] : []),
  ].join('\n\n');
}

function hintLine(hint: Hint): string {
  const spares = `  ${hint.spares} fewer: `;
  switch (hint.change) {
    case 'without-kind':
      return `${spares}kinds without ${hint.kind}`;
    case 'without-event':
      return `${spares}events without ${hint.event}`;
    case 'only-decision':
      return `${spares}decisions: [${hint.decision}]`;
    case 'least-relevance':
      return `${spares}relevance: ${hint.relevance}`;
    case 'without-copies':
      return `${spares}copies: false`;
    default:
      return hint satisfies never;
  }
}
