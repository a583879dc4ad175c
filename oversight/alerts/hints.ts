// A watch and what it would have sent → what would make it less, each tried and counted, none of them guessed.
import type { Hint } from '../../schemas/rehearsal.ts';
import { Coverage as Kinds } from '../../schemas/tag.ts';
import type { Alert, Watch } from '../../schemas/watch.ts';

type Try = { hint: DistributiveOmit<Hint, 'spares'>; watch: Watch };
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Less than one in ten is no hint. */
const LEAST_SHARE = 0.1;
const MOST_HINTS = 4;
/** A watch that sends so few in the time that was played needs no hints. */
const FEW = 10;

export function hintsFor(
  watch: Watch,
  alerts: readonly Alert[],
  play: (watch: Watch) => readonly Alert[],
): Hint[] {
  if (alerts.length <= FEW) return [];
  return tries(watch, alerts)
    .map(({ hint, watch: narrower }) => ({
      ...hint,
      spares: alerts.length - play(narrower).length,
    }))
    .filter(({ spares }) => spares >= alerts.length * LEAST_SHARE && spares < alerts.length)
    .sort((a, b) => b.spares - a.spares)
    .slice(0, MOST_HINTS);
}

function tries(watch: Watch, alerts: readonly Alert[]): Try[] {
  const kinds = [...new Set(alerts.map(({ kind }) => kind))];
  const events = watch.events.length > 1 ? watch.events.filter((event) => event !== 'first') : [];
  const waited = watch.kinds.length === 0 ? Kinds.options : watch.kinds;
  return [
    ...(kinds.length < 2 ? [] : kinds).map((kind): Try => ({
      hint: { change: 'without-kind', kind },
      watch: { ...watch, kinds: waited.filter((each) => each !== kind) },
    })),
    ...events.map((event): Try => ({
      hint: { change: 'without-event', event },
      watch: { ...watch, events: watch.events.filter((each) => each !== event) },
    })),
    ...(watch.decisions.length < 2 ? [] : (['relevant'] as const)).map((decision): Try => ({
      hint: { change: 'only-decision', decision },
      watch: { ...watch, decisions: [decision] },
    })),
    ...[0.7, 0.9].flatMap((relevance): Try[] =>
      relevance <= watch.relevance
        ? []
        : [{ hint: { change: 'least-relevance', relevance }, watch: { ...watch, relevance } }],
    ),
    ...(watch.copies
      ? [{ hint: { change: 'without-copies' as const }, watch: { ...watch, copies: false } }]
      : []),
  ];
}
