// Who does what is told. In: an act and the words before it. Out: whether it is done by a candidate, a party or their people.
import { nearby } from './scene.ts';
import type { PlacedHit, Scene } from './scene.ts';

const CONTEST = new Set(['candidate', 'party']);
/** People around a candidate. */
const PEOPLE = new Set('relawan pendukung simpatisan kader massa'.split(' '));
/** What makes a 'tim' one of a candidate, not one that examines a case. */
const TEAMS = new Set('sukses kampanye pemenangan relawan paslon calon pasangan'.split(' '));
/** Words behind which a clause names its subject anew. */
const CLAUSE = new Set(
  'tetapi tapi namun sedangkan sementara melainkan lantaran karena setelah saat ketika'.split(' '),
);
/** Words between 'yang' and its verb ('yang sempat ikut'), and words that the head before it may have. */
const RELATIVE = { verb: 3, head: 3 };
/** Tokens before an act in which its clause is sought. */
const REACH = { before: 45, behind: 0 };
/** Words from the beginning of a clause within which its subject begins. */
const SUBJECT = 2;

/**
 * 'tim calon yang membagikan uang', 'Calon nomor dua membagikan sembako': nobody who must be neutral does it. Where a
 * sentence names nobody before the act, those of the sentences before it are meant.
 */
export function isOfOthers(scene: Scene, act: PlacedHit): boolean {
  return isRelative(scene, act) || isClause(scene, act);
}

/** The head of a relative clause is who acts. */
function isRelative(scene: Scene, act: PlacedHit): boolean {
  const { tokens } = scene.reading[act.field].field;
  for (let back = 1; back <= RELATIVE.verb; back++) {
    if (tokens[act.from - back]?.norm !== 'yang') continue;
    const to = act.from - back;
    const from = Math.max(0, to - RELATIVE.head);
    return !namesOwn(scene, act, from, to) && namesOthers(scene, act, from, to);
  }
  return false;
}

/** The first words of a clause are its subject, in the active voice. */
function isClause(scene: Scene, act: PlacedHit): boolean {
  const { tokens, sentences } = scene.reading[act.field].field;
  const first = Math.max(sentences[act.sentence]?.from ?? 0, act.from - REACH.before);
  let from = act.from;
  while (from > first && !CLAUSE.has(tokens[from - 1]?.norm ?? '')) from--;
  if (tokens[act.from]?.norm.startsWith('di') === true) return false;
  const to = Math.min(from + SUBJECT, act.from);
  return !namesOwn(scene, act, from, act.from) && namesOthers(scene, act, from, to);
}

/** Whether one of those who must be neutral is named from one token to another before the act. */
function namesOwn(scene: Scene, act: PlacedHit, from: number, to: number): boolean {
  return nearby(scene, 'subjects', act, REACH).some(
    (hit) => hit.row.class !== 'none' && hit.from < to && hit.to > from,
  );
}

function namesOthers(scene: Scene, act: PlacedHit, from: number, to: number): boolean {
  const { tokens } = scene.reading[act.field].field;
  for (let at = from; at < to; at++) {
    const word = tokens[at]?.norm ?? '';
    if (PEOPLE.has(word)) return true;
    if (word === 'tim' && TEAMS.has(tokens[at + 1]?.norm ?? '')) return true;
  }
  return nearby(scene, 'politics', act, REACH).some(
    (hit) => CONTEST.has(hit.row.class) && hit.from < to && hit.to > from,
  );
}
