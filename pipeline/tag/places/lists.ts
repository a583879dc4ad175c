// Places → how long the list is in which each stands: 'Karimun, Lingga dan Batam', '1. Kabupaten Magetan'.
import type { Place } from './resolve.ts';

/** A list of fewer names than this is none. */
const SHORTEST = 3;
/** Between two members: commas, 'dan', counts such as '5 kasus' or 'sebanyak empat kasus', level words. */
const BETWEEN =
  /^(?:[\s,;:()/0-9.•–-]|dan|serta|maupun|hingga|atau|lalu|kemudian|terakhir|kabupaten|kota|kab|provinsi|orang|kasus|laporan|perkara|asn|pns|sebanyak|masing-masing|persen|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh)*$/iu;
/** One word more may stand between: 'Cianjur ditemukan empat kasus'. */
const WORD = /\b\p{Ll}{4,}\b/u;
const NUMBER =
  /\d|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh)\b/iu;
/** Before a list that only gives examples. */
const EXAMPLES =
  /(?:seperti|misalnya|contohnya|antara lain|di antaranya|semisal)\W+(?:\p{L}+\W+){0,3}$/iu;
const LINE_TOKENS = 12;

/** `members` counts different regions; `counted`: each has a number, they are cases and no mere enumeration. */
export type List = { members: number; counted: boolean };

/** Place → its list; places outside of lists are left out. */
export function findLists(places: Place[]): Map<Place, List> {
  const lists = new Map<Place, List>();
  let run: Place[] = [];
  const close = (): void => {
    const members = new Set(run.map(({ code }) => code)).size;
    if (members >= SHORTEST) {
      const list = { members, counted: isCounted(run) };
      for (const place of run) lists.set(place, list);
    }
    run = [];
  };
  for (const place of places) {
    const before = run.at(-1);
    if (before !== undefined && !follows(before, place)) close();
    if (!place.suffix) run.push(place);
  }
  close();
  return lists;
}

function follows(before: Place, place: Place): boolean {
  if (before.field !== place.field || before.noise !== place.noise) return false;
  if (before.apposition || place.apposition) return true;
  const gap = place.field.raw.slice(before.end, place.start);
  if (before.paragraph === place.paragraph)
    return gap.length < 60 && BETWEEN.test(gap.replace(WORD, ''));
  return place.paragraph - before.paragraph === 1 && isLine(before) && isLine(place);
}

function isLine({ field, paragraph }: Place): boolean {
  const passage = field.paragraphs[paragraph];
  return passage !== undefined && passage.to - passage.from <= LINE_TOKENS;
}

/** A number between all members of one line, and no mere examples. */
function isCounted(run: Place[]): boolean {
  const first = run[0];
  if (first !== undefined && EXAMPLES.test(first.field.raw.slice(0, first.start).slice(-60)))
    return false;
  return run.slice(1).every((place, index) => {
    const before = run[index];
    if (before === undefined || before.paragraph !== place.paragraph) return false;
    return (
      before.apposition ||
      place.apposition ||
      NUMBER.test(place.field.raw.slice(before.end, place.start))
    );
  });
}
