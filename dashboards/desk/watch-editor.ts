// The form of a watch: what it waits for first, how it is sent last; works without JavaScript.
import { html, raw } from 'hono/html';
import {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../../schemas/tag.ts';
import { DAYS, PACES, WatchEvent, type WatchRules } from '../../schemas/watch.ts';
import type { Html } from '../web/layout.ts';
import {
  ACTOR_NAMES,
  COVERAGE_NAMES,
  DECISION_WORD,
  type Language,
  VIOLATION_NAMES,
  electionName,
  say,
} from '../web/words.ts';
import type { FormTexts } from './watch-form.ts';
import { STAGE_NAMES, type WatchWord, eventLabel, paceLabel, sayWatch } from './watch-words.ts';

/** `field` is the hidden one of every form; `buttons` end it; `hash` names the rules that were rehearsed. */
export type EditorParts = { field: Html; buttons: Html; hash: string; action: string };

export function editor(texts: FormTexts, parts: EditorParts, language: Language): Html {
  return html`<form class="watch-form" method="post" action="${parts.action}">
    ${parts.field}
    <input type="hidden" name="teruji" value="${parts.hash}" />
    <input type="hidden" name="bahasa" value="${language}" />
    ${waitsFor(texts, language)} ${narrower(texts.rules, language)} ${howSent(texts, language)}
    <p class="buttons">${parts.buttons}</p>
  </form>`;
}

function waitsFor({ rules, regions }: FormTexts, language: Language): Html {
  return html`<fieldset class="card">
    <legend>${sayWatch('what', language)}</legend>
    <label class="wide"
      ><span>${sayWatch('name', language)}</span
      ><input name="nama" required maxlength="120" value="${rules.name}"
    /></label>
    ${area({ name: 'wilayah', word: 'regions', hint: 'regionsHint', text: regions }, language)}
    ${boxes(
      { name: 'jenis', word: 'kinds', chosen: rules.kinds },
      Coverage.options.map((kind) => [kind, COVERAGE_NAMES[kind]]),
      language,
    )}
    ${area({ name: 'kata', word: 'words', hint: 'wordsHint', text: rules.words.join('\n') }, language)}
  </fieldset>`;
}

function narrower(rules: WatchRules, language: Language): Html {
  const used = [
    rules.elections,
    rules.stages,
    rules.violations,
    rules.actors,
    rules.offices,
    rules.sources,
  ].some((list) => list.length > 0);
  return html`<details class="card" ${used || rules.relevance > 0 ? raw('open') : ''}>
    <summary>${sayWatch('more', language)}</summary>
    ${boxes(
      { name: 'pemilihan', word: 'elections', chosen: rules.elections },
      ElectionId.options.map((id) => [id, electionName(id, language)]),
      language,
    )}
    ${boxes(
      { name: 'tahapan', word: 'stages', chosen: rules.stages },
      ElectionStage.options.map((stage) => [stage, STAGE_NAMES[stage]]),
      language,
    )}
    ${boxes(
      { name: 'pelanggaran', word: 'violations', chosen: rules.violations },
      Violation.options.map((act) => [act, VIOLATION_NAMES[act]]),
      language,
    )}
    ${boxes(
      { name: 'pihak', word: 'actors', chosen: rules.actors },
      Actor.options.map((actor) => [actor, ACTOR_NAMES[actor]]),
      language,
    )}
    <div class="pair">
      ${area({ name: 'jabatan', word: 'offices', hint: 'oneALine', text: rules.offices.join('\n') }, language)}
      ${area({ name: 'sumber', word: 'sources', hint: 'sourcesHint', text: rules.sources.join('\n') }, language)}
    </div>
    <div class="row">
      ${number({ name: 'relevansi', word: 'relevance', value: Math.round(rules.relevance * 100), most: 100 }, language)}
      ${number({ name: 'umur', word: 'freshDays', value: rules.freshDays ?? '', most: 3650 }, language)}
    </div>
    ${boxes(
      { name: 'penilaian', word: 'decisions', chosen: rules.decisions },
      Decision.options.map((decision) => [decision, say(DECISION_WORD[decision], language)]),
      language,
    )}
  </details>`;
}

function howSent({ rules, channels }: FormTexts, language: Language): Html {
  return html`<fieldset class="card">
    <legend>${sayWatch('how', language)}</legend>
    ${boxes(
      { name: 'kabar', word: 'events', chosen: rules.events },
      WatchEvent.options.map((event) => [event, eventLabel(event, language)]),
      language,
    )}
    <p class="checks">
      ${check('advertorial', sayWatch('advertorials', language), rules.advertorials)}
      ${check('salinan', sayWatch('copies', language), rules.copies)}
    </p>
    ${area({ name: 'saluran', word: 'channels', hint: 'channelsHint', text: channels }, language)}
    <div class="row">
      ${choice(
        { name: 'kapan', word: 'pace', chosen: rules.pace },
        PACES.map((pace) => [pace, paceLabel(pace, language)]),
        language,
      )}
      ${clock({ name: 'jam', word: 'at', value: rules.at }, language)}
      ${choice(
        { name: 'hari', word: 'day', chosen: rules.day },
        DAYS.map((day) => [day, day]),
        language,
      )}
      ${choice(
        { name: 'zona', word: 'zone', chosen: rules.zone },
        (['WIB', 'WITA', 'WIT'] as const).map((zone) => [zone, zone]),
        language,
      )}
      ${clock({ name: 'sunyi-dari', word: 'quietFrom', value: rules.quiet?.from ?? '' }, language)}
      ${clock({ name: 'sunyi-sampai', word: 'quietTo', value: rules.quiet?.to ?? '' }, language)}
      ${number({ name: 'batas', word: 'cap', value: rules.cap, most: 50 }, language)}
      ${choice(
        { name: 'pesan', word: 'language', chosen: rules.language },
        [
          ['id', sayWatch('indonesian', language)],
          ['en', sayWatch('english', language)],
        ],
        language,
      )}
    </div>
    <p class="checks">${check('aktif', sayWatch('active', language), rules.active)}</p>
  </fieldset>`;
}

type Options = readonly (readonly [value: string, label: string])[];

function boxes(
  { name, word, chosen }: { name: string; word: WatchWord; chosen: readonly string[] },
  options: Options,
  language: Language,
): Html {
  const all = ['kinds', 'elections', 'stages', 'violations', 'actors'].includes(word);
  return html`<fieldset class="boxes">
    <legend>
      ${sayWatch(word, language)} ${all ? html`<small>${sayWatch('any', language)}</small>` : ''}
    </legend>
    <div class="checks">
      ${options.map(([value, label]) => check(name, label, chosen.includes(value), value))}
    </div>
  </fieldset>`;
}

// oxlint-disable-next-line max-params -- a name, a label, the state, and the value where several share the name
const check = (name: string, label: string, checked: boolean, value = 'ya'): Html =>
  html`<label class="check"
    ><input type="checkbox" name="${name}" value="${value}" ${checked ? raw('checked') : ''} />
    <span>${label}</span></label
  >`;

function area(
  { name, word, hint, text }: { name: string; word: WatchWord; hint: WatchWord; text: string },
  language: Language,
): Html {
  const rows = Math.min(8, Math.max(2, text.split('\n').length));
  return html`<label class="wide"
    ><span>${sayWatch(word, language)}</span>
    <textarea name="${name}" rows="${rows}" aria-describedby="petunjuk-${name}">${text}</textarea>
    <small id="petunjuk-${name}">${sayWatch(hint, language)}</small></label
  >`;
}

const number = (
  {
    name,
    word,
    value,
    most,
  }: { name: string; word: WatchWord; value: number | string; most: number },
  language: Language,
): Html =>
  html`<label
    ><span>${sayWatch(word, language)}</span
    ><input type="number" name="${name}" min="0" max="${most}" value="${value}"
  /></label>`;

const clock = (
  { name, word, value }: { name: string; word: WatchWord; value: string },
  language: Language,
): Html =>
  html`<label
    ><span>${sayWatch(word, language)}</span><input type="time" name="${name}" value="${value}"
  /></label>`;

const choice = (
  { name, word, chosen }: { name: string; word: WatchWord; chosen: string },
  options: Options,
  language: Language,
): Html =>
  html`<label
    ><span>${sayWatch(word, language)}</span>
    <select name="${name}">
      ${options.map(([value, label]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${label}</option>`)}
    </select></label
  >`;
