// Tags → the names of what they say, as reasons write them.
import type { Tags } from '../../schemas/tag.ts';

/** 'decision:review', 'region:64.74', 'primary:64.74', 'coverage:dugaan' … each once. */
export function tagNames(tags: Tags): string[] {
  return [
    `decision:${tags.decision}`,
    ...tags.regions.map((code) => `region:${code}`),
    ...(tags.primary === null ? [] : [`primary:${tags.primary}`]),
    ...tags.elections.flatMap(({ election, contests }) => [
      `election:${election}`,
      ...contests.map((contest) => `contest:${election}/${contest}`),
    ]),
    ...(tags.stage === null ? [] : [`stage:${tags.stage}`]),
    `coverage:${tags.coverage}`,
    ...tags.actors.map((actor) => `actor:${actor}`),
    ...tags.violations.map((violation) => `violation:${violation}`),
    ...(tags.advertorial ? ['advertorial'] : []),
    ...tags.speakers.map(({ name }) => `speaker:${name}`),
  ];
}
