// A consumer that follows the changes of groups holds the groups, whatever was regrouped, and sees each version grow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { AT, by, candidate, content, page, site } from './make.ts';

const COUNT = 4;
const one = fc.nat({ max: COUNT - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), of: one, into: fc.option(one) }),
  fc.record({ kind: fc.constant('story' as const), of: one, into: fc.option(one) }),
  fc.record({ kind: fc.constant('clear' as const), of: one, into: fc.constant(null) }),
  fc.record({ kind: fc.constant('follow' as const), of: one, into: fc.constant(null) }),
);

test('what it follows is what there is', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const archive = openArchive(':memory:');
      archive.saveSites([site()], AT);
      const ids = Array.from({ length: COUNT }, (_, n) => {
        archive.addCandidates('natmed', [candidate(n)], AT);
        const stored = archive.savePage(page(n));
        return archive.saveArticle(by(n, stored), content(n, [stored]), AT).id;
      });
      const idOf = (n: number | null): string | null => (n === null ? null : (ids[n] ?? null));
      const held = new Map(ids.map((id) => [id, archive.groupsOf(id)]));
      let seq = 0;
      const follow = (): void => {
        for (const change of archive.groupChangesAfter(seq, 100)) {
          const groups = archive.groupsOf(change.article);
          expect(groups.revision).toBeGreaterThan(held.get(change.article)?.revision ?? 0);
          held.set(change.article, groups);
          ({ seq } = change);
        }
      };
      for (const { kind, of, into } of steps) {
        if (kind === 'text') archive.groups.saveText(ids[of] ?? '', idOf(into));
        else if (kind === 'story') archive.groups.saveStory(ids[of] ?? '', idOf(into));
        else if (kind === 'clear') archive.groups.clear();
        else follow();
      }
      follow();
      expect(archive.lastGroupChange()).toBe(seq);
      for (const id of ids) expect(held.get(id)).toEqual(archive.groupsOf(id));
      archive.close();
    }),
    { numRuns: 60 },
  );
});
