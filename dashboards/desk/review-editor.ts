// The form of a review: every tag as it stands, each group with a field for the words behind it; without JavaScript.
import { html, raw } from 'hono/html';
import { Actor, Contest, Coverage, ElectionId, type Tags, Violation } from '../../schemas/tag.ts';
import type { Html } from '../web/layout.ts';
import type { RegionNames } from '../web/parts.ts';
import {
  ACTOR_NAMES,
  CONTEST_NAMES,
  COVERAGE_NAMES,
  type Language,
  VIOLATION_NAMES,
  electionName,
} from '../web/words.ts';
import type { Group, Posted } from './review-form.ts';
import type { Wrong } from './review-ports.ts';
import { type ReviewWord, sayReview } from './review-words.ts';

/** What the fields show: what stands, or what was posted and could not be saved. */
export type Shown = {
  relevant: boolean;
  regions: string;
  elections: readonly string[];
  contests: readonly string[];
  coverage: string;
  violations: readonly string[];
  actors: readonly string[];
  advertorial: boolean;
  quotes: Partial<Record<Group, string>>;
  why: string;
  whole: boolean;
};

export function shownOf(tags: Tags, regions: RegionNames, wrong: Wrong | null): Shown {
  const { primary } = tags;
  const codes =
    primary === null ? tags.regions : [primary, ...tags.regions.filter((code) => code !== primary)];
  return {
    // A proposal from an alert prepares the form; nothing is saved until it is sent.
    relevant: wrong === 'bukan' ? false : tags.relevant,
    regions: wrong === 'wilayah' ? '' : codes.map((code) => regions.name(code)).join('\n'),
    elections: tags.elections.map(({ election }) => election),
    contests: tags.elections.flatMap(({ election, contests }) =>
      contests.map((contest) => `${election}/${contest}`),
    ),
    coverage: wrong === 'jenis' ? '' : tags.coverage,
    violations: tags.violations,
    actors: tags.actors,
    advertorial: tags.advertorial,
    quotes: {},
    why: '',
    whole: false,
  };
}

export function shownAgain(posted: Posted): Shown {
  const all = (name: string): string[] =>
    [posted[name] ?? []].flat().filter((value) => typeof value === 'string');
  const one = (name: string): string => all(name).at(-1) ?? '';
  const quotes: Shown['quotes'] = {
    relevance: one('kutipan-relevance'),
    regions: one('kutipan-regions'),
    elections: one('kutipan-elections'),
    coverage: one('kutipan-coverage'),
    violations: one('kutipan-violations'),
    actors: one('kutipan-actors'),
    advertorial: one('kutipan-advertorial'),
  };
  return {
    relevant: one('relevan') !== 'tidak',
    regions: one('wilayah'),
    elections: all('pemilihan'),
    contests: all('kontes'),
    coverage: one('jenis'),
    violations: all('pelanggaran'),
    actors: all('pihak'),
    advertorial: one('advertorial') !== '',
    quotes,
    why: one('alasan'),
    whole: one('utuh') !== '',
  };
}

type Parts = { field: Html; action: string; version: number };

export function reviewForm(
  shown: Shown,
  { field, action, version }: Parts,
  language: Language,
): Html {
  const quote = (group: Group): Html => quoteField(group, shown.quotes[group] ?? '', language);
  return html`<form class="watch-form review-form" method="post" action="${action}">
    ${field}
    <input type="hidden" name="versi" value="${version}" />
    <input type="hidden" name="bahasa" value="${language}" />
    <fieldset class="card">
      <legend>${sayReview('form', language)}</legend>
      ${relevanceField(shown.relevant, language)} ${quote('relevance')}
      <label class="wide"
        ><span>${sayReview('regions', language)}</span>
        <textarea name="wilayah" rows="3" aria-describedby="petunjuk-wilayah">
${shown.regions}</textarea>
        <small id="petunjuk-wilayah">${sayReview('regionsHint', language)}</small></label
      >
      ${quote('regions')} ${coverageField(shown.coverage, language)} ${quote('coverage')}
      ${boxes(
        { name: 'pelanggaran', word: 'violations', chosen: shown.violations },
        Violation.options.map((act) => [act, VIOLATION_NAMES[act]]),
        language,
      )}
      ${quote('violations')}
      ${boxes(
        { name: 'pihak', word: 'actors', chosen: shown.actors },
        Actor.options.map((actor) => [actor, ACTOR_NAMES[actor]]),
        language,
      )}
      ${quote('actors')} ${electionFields(shown, language)} ${quote('elections')}
      <p class="checks">
        ${check({ name: 'advertorial', value: 'ya' }, sayReview('advertorial', language), shown.advertorial)}
      </p>
      ${quote('advertorial')}
    </fieldset>
    <fieldset class="card">
      <legend>${sayReview('why', language)}</legend>
      <label class="wide"
        ><span class="only-read">${sayReview('why', language)}</span>
        <textarea name="alasan" rows="2" maxlength="2000" aria-describedby="petunjuk-alasan">
${shown.why}</textarea>
        <small id="petunjuk-alasan">${sayReview('whyHint', language)}</small></label
      >
      <p class="checks">
        ${check({ name: 'utuh', value: 'ya' }, sayReview('whole', language), shown.whole)}
      </p>
      <p class="buttons"><button type="submit">${sayReview('save', language)}</button></p>
    </fieldset>
  </form>`;
}

function relevanceField(relevant: boolean, language: Language): Html {
  const radio = (value: string, word: ReviewWord, on: boolean): Html =>
    html`<label class="check"
      ><input type="radio" name="relevan" value="${value}" ${on ? raw('checked') : ''} />
      <span>${sayReview(word, language)}</span></label
    >`;
  return html`<fieldset class="boxes">
    <legend>${sayReview('relevance', language)}</legend>
    <div class="checks">${radio('ya', 'yes', relevant)} ${radio('tidak', 'no', !relevant)}</div>
  </fieldset>`;
}

const coverageField = (chosen: string, language: Language): Html =>
  html`<label class="wide"
    ><span>${sayReview('coverage', language)}</span>
    <select name="jenis">
      ${chosen === '' ? html`<option value="">–</option>` : ''}
      ${Coverage.options.map((kind) => html`<option value="${kind}" ${kind === chosen ? raw('selected') : ''}>${COVERAGE_NAMES[kind]}</option>`)}
    </select></label
  >`;

/** Contests of the elections that are chosen, and of those that might be. */
function electionFields({ elections, contests }: Shown, language: Language): Html {
  const held = elections
    .filter((id) => ElectionId.safeParse(id).success)
    .map((id) => ElectionId.parse(id));
  return html`${boxes(
    { name: 'pemilihan', word: 'elections', chosen: elections },
    ElectionId.options.map((id) => [id, electionName(id, language)]),
    language,
  )}
  ${
    held.length === 0
      ? ''
      : boxes(
          { name: 'kontes', word: 'contests', chosen: contests },
          held.flatMap((id) =>
            Contest.options.map(
              (contest) =>
                [
                  `${id}/${contest}`,
                  `${electionName(id, language)}: ${CONTEST_NAMES[contest]}`,
                ] as const,
            ),
          ),
          language,
        )
  }`;
}

const quoteField = (group: Group, value: string, language: Language): Html =>
  html`<details class="quote" ${value === '' ? '' : raw('open')}>
    <summary>${sayReview('quote', language)}</summary>
    <input
      name="kutipan-${group}"
      maxlength="500"
      value="${value}"
      aria-label="${sayReview('quote', language)}"
    />
  </details>`;

type Boxes = { name: string; word: ReviewWord; chosen: readonly string[] };

const boxes = (
  { name, word, chosen }: Boxes,
  options: readonly (readonly [value: string, label: string])[],
  language: Language,
): Html =>
  html`<fieldset class="boxes">
    <legend>${sayReview(word, language)}</legend>
    <div class="checks">
      ${options.map(([value, label]) => check({ name, value }, label, chosen.includes(value)))}
    </div>
  </fieldset>`;

const check = (
  { name, value }: { name: string; value: string },
  label: string,
  on: boolean,
): Html =>
  html`<label class="check"
    ><input type="checkbox" name="${name}" value="${value}" ${on ? raw('checked') : ''} />
    <span>${label}</span></label
  >`;
