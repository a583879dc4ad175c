// The taggers follow what an article says, not the article: gold lines with their region, election or form exchanged.
// Each share is of the lines that are read rightly as they stand; a few swaps make an article untrue of its new place.
import { expect, test } from 'vitest';
import type { Region } from '../../../schemas/knowledge.ts';
import type { TagInput } from '../../../schemas/tag.ts';
import { knowledge, locate } from './input.ts';
import type { Located } from './input.ts';
import { cut, moved, readGold, recased, renamed, shifted, withLinks } from './variants.ts';
import type { Labelled } from './variants.ts';

const regions = new Map(knowledge.regions.map((region) => [region.id, region]));
const voting = new Map(
  knowledge.participation.map(({ id, elections }) => [id, elections.join(' ')]),
);
const own = readGold('test/gold/own-dev.jsonl').filter((_, index) => index % 3 === 0);
const gold = [...readGold('test/gold/given.jsonl'), ...own];

const plain = new Map(gold.map((article) => [article.id, locate(article.input)]));
const sound = gold.filter(({ id, primary }) => plain.get(id)?.primary === primary);
const electionsOf = (tags: Located | undefined): string =>
  (tags?.elections ?? [])
    .map(({ election }) => election)
    .toSorted()
    .join(' ');

/** Share of the cases that pass; the others are named in the message. */
function expectShare(cases: { id: string; passes: boolean }[], least: number): void {
  const failed = cases.filter(({ passes }) => !passes).map(({ id }) => id);
  const share = 1 - failed.length / cases.length;
  expect(share, `${failed.length} of ${cases.length}: ${failed.join(', ')}`).toBeGreaterThanOrEqual(
    least,
  );
}

/** Two other regions of the same kind that vote in the same elections, spread over the list. */
function likeRegions(from: Region, seed: number): Region[] {
  const like = knowledge.regions.filter(
    ({ id, kind }) =>
      id !== from.id &&
      kind === from.kind &&
      voting.get(id) === voting.get(from.id) &&
      !id.startsWith('31'),
  );
  return [seed * 7, seed * 13 + 5]
    .map((at) => like[at % Math.max(1, like.length)])
    .filter((region) => region !== undefined);
}

const swaps = sound.flatMap((article, index) => {
  const from = article.primary === null ? undefined : regions.get(article.primary);
  if (
    from === undefined ||
    locate({ ...article.input, url: null, outlet: null }).primary !== from.id
  )
    return [];
  return likeRegions(from, index).map((to) => {
    const variant = moved(article, from, to, knowledge);
    return {
      variant,
      tags: locate(variant.input),
      before: locate({ ...article.input, url: null, outlet: null }),
    };
  });
});

test('the article moves to another region: the main region follows', () => {
  expect(swaps.length).toBeGreaterThan(250);
  expectShare(
    swaps.map(({ variant, tags }) => ({
      id: `${variant.id} got ${tags.primary}`,
      passes: tags.primary === variant.primary,
    })),
    0.98,
  );
});

test('the article moves to another region: the election stays', () => {
  expectShare(
    swaps.map(({ variant, tags, before }) => ({
      id: `${variant.id} got ${electionsOf(tags)}`,
      passes: electionsOf(tags) === electionsOf(before),
    })),
    0.98,
  );
});

test.for([
  { from: 'pemilu-2024', years: -5 },
  { from: 'pemilu-2019', years: 5 },
  { from: 'pilkada-2024', years: -4 },
  { from: 'pilkada-2020', years: 4 },
  { from: 'pilkada-2020', years: -5 },
] as const)(
  'the article moves from $from by $years years: the election follows',
  ({ from, years }) => {
    const to = `${from.slice(0, -4)}${Number(from.slice(-4)) + years}`;
    const window = knowledge.elections.find(({ id }) => id === to)?.window;
    const held = ({ primary, input: { published } }: Labelled): boolean => {
      const day = published?.replace(/^\d{4}/, (year) => String(Number(year) + years)) ?? '';
      if (!window || day < window.from || day > window.to) return false;
      return (
        from.startsWith('pemilu') || (primary !== null && (voting.get(primary) ?? '').includes(to))
      );
    };
    const cases = sound.filter(
      (article) =>
        article.elections.join(' ') === from &&
        electionsOf(plain.get(article.id)) === from &&
        held(article),
    );
    expect(cases.length).toBeGreaterThan(1);
    expectShare(
      cases.map((article) => {
        const variant = shifted(article, years);
        const tags = locate(variant.input);
        const passes = electionsOf(tags) === to;
        return { id: `${variant.id} got ${electionsOf(tags)}`, passes };
      }),
      0.9,
    );
  },
);

const forms: {
  form: string;
  vary: (article: Labelled, index: number) => TagInput;
  least: number;
}[] = [
  { form: 'in capitals', vary: (article) => recased(article, 'upper'), least: 0.98 },
  { form: 'without capitals', vary: (article) => recased(article, 'lower'), least: 0.98 },
  {
    form: 'with links to other articles',
    vary: (article, index) =>
      withLinks(
        article,
        [1, 2, 3].flatMap((step) => gold[(index + step * 31) % gold.length] ?? []),
      ),
    least: 0.98,
  },
  { form: 'cut off', vary: cut, least: 0.97 },
  {
    form: 'with speakers called like places',
    vary: (article) =>
      renamed(article, ['Medan Siregar', 'Bima Saputra', 'Agam Wijaya', 'Kapuas Tingang']),
    least: 0.98,
  },
  {
    form: 'in lines instead of paragraphs',
    vary: ({ input }) => ({ ...input, text: input.text.replaceAll('\n\n', '\n') }),
    least: 0.99,
  },
  {
    form: 'without address',
    vary: ({ input }) => ({ ...input, url: null, outlet: null }),
    least: 0.97,
  },
];

test.for(forms)('$form: region and elections stay', ({ vary, least }) => {
  const cases = sound.map((article, index) => ({ article, tags: locate(vary(article, index)) }));
  expectShare(
    cases.map(({ article, tags }) => ({
      id: `${article.id} ${article.primary}→${tags.primary}`,
      passes: tags.primary === article.primary,
    })),
    least,
  );
  expectShare(
    cases.map(({ article: { id }, tags }) => ({
      id: `${id} ${electionsOf(plain.get(id))}→${electionsOf(tags)}`,
      passes: electionsOf(tags) === electionsOf(plain.get(id)),
    })),
    0.96,
  );
});
