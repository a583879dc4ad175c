// What of a story is worth an alert: judged case by case, and what holds for any course of news.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Incident, type News, judge, samePlace } from '../../../oversight/alerts/incident.ts';
import { Coverage } from '../../../schemas/tag.ts';
import { article } from '../make.ts';

const told = (more: Partial<News> = {}): News => ({
  what: 'new',
  article: article(),
  before: null,
  outlet: 'Natmed',
  network: null,
  wanted: true,
  wantedBefore: false,
  ...more,
});

const dugaan: Incident = {
  region: '64.74',
  kind: 'dugaan',
  confirmed: false,
  members: [{ article: 'a1', outlet: 'Natmed', network: 'tribun' }],
};

const apart = (id: string): string => id;
const asOne = (): string => 'one text';

const other = (more: Parameters<typeof article>[0] = {}) => article({ id: 'a2', ...more });

describe('what is told', () => {
  test('the first report', () => {
    const { events, incident } = judge(null, told(), apart) ?? { events: [], incident: null };
    expect(events).toEqual(['first']);
    expect(incident).toMatchObject({ region: '64.74', kind: 'imbauan', confirmed: false });
  });

  test('nothing of an article that nobody waits for', () => {
    expect(judge(null, told({ wanted: false }), apart)).toBeNull();
    expect(judge(dugaan, told({ article: other(), wanted: false }), apart)).toBeNull();
  });

  test.for<[string, Partial<News>, (id: string) => string, string[]]>([
    ['a copy in another outlet', { article: other(), outlet: 'Lain' }, asOne, ['copy']],
    ['a second outlet in its own words', { article: other(), outlet: 'Lain' }, apart, ['outlet']],
    ['the same outlet again', { article: other(), outlet: 'Natmed' }, apart, []],
    [
      'an outlet of the same publisher',
      { article: other(), outlet: 'Lain', network: 'tribun' },
      apart,
      [],
    ],
    [
      'a decision, told by another outlet',
      { article: other({ tags: { coverage: 'sanksi' } }), outlet: 'Lain' },
      apart,
      ['kind', 'outlet'],
    ],
    [
      'a step back',
      { article: other({ tags: { coverage: 'imbauan' } }), outlet: 'Natmed' },
      apart,
      [],
    ],
    ['a removal', { what: 'gone', article: article() }, apart, ['gone']],
    ['a page that is back', { what: 'back', article: article() }, apart, []],
    [
      'other tags of the same kind',
      { what: 'retagged', article: article({ tags: { coverage: 'dugaan' } }) },
      apart,
      [],
    ],
    [
      'another judgement of the kind',
      { what: 'retagged', article: article({ tags: { coverage: 'sanksi' } }) },
      apart,
      ['kind'],
    ],
    [
      'an edit of substance, also of an article that is wanted no more',
      {
        what: 'edited',
        wanted: false,
        before: article(),
        article: article({
          extracted: { text: 'Redaksi mencabut berita ini dan meminta maaf kepada camat.' },
        }),
      },
      apart,
      ['edited'],
    ],
    [
      'a typing error put right',
      {
        what: 'edited',
        before: article(),
        article: article({ extracted: { title: 'Bawaslu Bontang imbau ASN netrall' } }),
      },
      apart,
      [],
    ],
  ])('%s', ([, news, textOf, events]) => {
    expect(judge(dugaan, told(news), textOf)?.events).toEqual(events);
  });

  test('the kind before a step, and the words of an edit', () => {
    const step = judge(
      dugaan,
      told({ article: other({ tags: { coverage: 'penanganan' } }) }),
      apart,
    );
    expect(step).toMatchObject({ kindBefore: 'dugaan', incident: { kind: 'penanganan' } });
    const edit = told({
      what: 'edited',
      before: article({ extracted: { title: 'a', text: 'satu dua tiga empat lima' } }),
      article: article({ extracted: { title: 'a', text: 'satu enam tujuh delapan sembilan' } }),
    });
    expect(judge(dugaan, edit, apart)?.edit).toEqual({ removed: 4, added: 4 });
  });

  test.for<[string, Partial<News>, string[]]>([
    ['that is gone', { what: 'gone' }, ['gone']],
    ['that is tagged otherwise', { what: 'retagged' }, []],
    ['that is wanted only now', { what: 'retagged', wantedBefore: false }, ['first']],
    [
      'that is edited so that nobody waits for it any more',
      { what: 'edited', wanted: false, article: article({ extracted: { text: 'Dicabut.' } }) },
      ['edited'],
    ],
  ])('of an article older than the watch %s', ([, news, events]) => {
    const old = told({ before: article(), wantedBefore: true, ...news });
    expect(judge(null, old, apart)?.events).toEqual(events);
    const joined = judge(dugaan, { ...old, article: { ...old.article, id: 'old' } }, apart);
    expect(joined?.incident.members).toHaveLength(2);
  });

  test('a second outlet once', () => {
    const first = judge(dugaan, told({ article: other(), outlet: 'Lain' }), apart);
    const third = told({ article: article({ id: 'a3' }), outlet: 'Ketiga' });
    expect(judge(first?.incident ?? null, third, apart)?.events).toEqual([]);
  });
});

test.for<[string | null, string | null, boolean]>([
  ['64.74', '64.74', true],
  ['64.74', '64', true],
  ['64', '64.74', true],
  [null, '64.74', true],
  ['64.74', '64.72', false],
  ['64', '63', false],
])('%s and %s are one place: %s', ([a, b, same]) => {
  expect(samePlace(a, b)).toBe(same);
});

test('whatever comes: one first report, a kind only forward, each member once, no copy told as a second outlet', () => {
  const news = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    outlet: fc.constantFrom('x', 'y', 'z'),
    coverage: fc.constantFrom(...Coverage.options),
    what: fc.constantFrom('new' as const, 'edited' as const, 'retagged' as const, 'gone' as const),
  });
  const textOf = (id: string): string => (id < 'c' ? 'ab' : id);
  fc.assert(
    fc.property(fc.array(news, { maxLength: 30 }), (course) => {
      let incident: Incident | null = null;
      const events: string[] = [];
      for (const { id, outlet, coverage, what } of course) {
        const one = article({ id, tags: { coverage } });
        const judged = judge(incident, told({ article: one, before: one, outlet, what }), textOf);
        incident = judged?.incident ?? null;
        events.push(...(judged?.events ?? []));
      }
      const count = (event: string): number => events.filter((each) => each === event).length;
      expect(count('first')).toBe(course.length === 0 ? 0 : 1);
      expect(count('kind')).toBeLessThanOrEqual(3);
      expect(count('outlet')).toBeLessThanOrEqual(1);
      const members = incident?.members.map(({ article: member }) => member) ?? [];
      expect(new Set(members).size).toBe(members.length);
    }),
  );
});
