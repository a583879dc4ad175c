// What an article is tagged, each tag a link that shows only its own reasons, and the places that were weighed.
import { html, raw } from 'hono/html';
import type { Article } from '../../schemas/article.ts';
import { Actor, Contest, Coverage, ElectionId, Violation } from '../../schemas/tag.ts';
import type { RegionNames } from './parts.ts';
import { kindOf } from './highlight.ts';
import type { Html } from './layout.ts';
import { type View, linkTo } from './view.ts';
import {
  ACTOR_NAMES,
  CONTEST_NAMES,
  COVERAGE_NAMES,
  DECISION_WORD,
  type Language,
  VIOLATION_NAMES,
  type Word,
  electionName,
  say,
} from './words.ts';

/** A tag in a person's words: 'region:64.74' → 'Wilayah: Kota Bontang'. */
export function tagTitle(tag: string, regions: RegionNames, language: Language): string {
  const value = tag.slice(kindOf(tag).length + 1);
  const named = (word: Word, name: string): string => `${say(word, language)}: ${name}`;
  switch (kindOf(tag)) {
    case 'region':
    case 'primary':
      return named('region', regions.name(value));
    case 'election':
      return named('election', electionLabel(value, language));
    case 'contest':
      return named('election', contestLabel(value, language));
    case 'coverage':
      return named(
        'kind',
        Coverage.safeParse(value).success ? COVERAGE_NAMES[Coverage.parse(value)] : value,
      );
    case 'actor':
      return named(
        'actors',
        Actor.safeParse(value).success ? ACTOR_NAMES[Actor.parse(value)] : value,
      );
    case 'violation':
      return named(
        'violations',
        Violation.safeParse(value).success ? VIOLATION_NAMES[Violation.parse(value)] : value,
      );
    case 'speaker':
      return named('speakers', value);
    case 'stage':
      return named('stage', value);
    case 'advertorial':
      return say('advertorial', language);
    default:
      return say('relevance', language);
  }
}

const electionLabel = (id: string, language: Language): string => {
  const election = ElectionId.safeParse(id);
  return election.success ? electionName(election.data, language) : id;
};

function contestLabel(value: string, language: Language): string {
  const [election = '', contest = ''] = value.split('/');
  const known = Contest.safeParse(contest);
  return `${electionLabel(election, language)} · ${known.success ? CONTEST_NAMES[known.data] : contest}`;
}

export function tagPanel(article: Article, regions: RegionNames, view: View): Html {
  const { tags } = article;
  const { language } = view;
  const percent = Math.round(tags.relevance * 100);
  return html`<section class="tags">
    <h2>${say('why', language)}</h2>
    <p class="note">${say('whyText', language)}</p>
    <dl>
      ${row('decision', [chip(article, 'relevance', `${say(DECISION_WORD[tags.decision], language)} · ${percent} %`, view)], language)}
      ${row(
        'region',
        tags.regions.map((code) => chip(article, `region:${code}`, regions.name(code), view)),
        language,
      )}
      ${row('election', elections(article, view), language)}
      ${row('stage', tags.stage === null ? [] : [chip(article, `stage:${tags.stage}`, tags.stage, view)], language)}
      ${row('kind', [chip(article, `coverage:${tags.coverage}`, COVERAGE_NAMES[tags.coverage], view)], language)}
      ${row(
        'actors',
        tags.actors.map((actor) => chip(article, `actor:${actor}`, ACTOR_NAMES[actor], view)),
        language,
      )}
      ${row(
        'violations',
        tags.violations.map((act) => chip(article, `violation:${act}`, VIOLATION_NAMES[act], view)),
        language,
      )}
      ${row(
        'speakers',
        tags.speakers.map(({ name, role }) =>
          chip(article, `speaker:${name}`, role === '' ? name : `${name}, ${role}`, view),
        ),
        language,
      )}
      ${row('advertorial', tags.advertorial ? [chip(article, 'advertorial', say('advertorial', language), view)] : [], language)}
    </dl>
    ${view.tag === null ? '' : html`<p><a href="${linkTo(`/artikel/${article.id}`, view)}">${say('showAll', language)}</a></p>`}
    ${candidates(article, regions, language)}
  </section>`;
}

const elections = ({ tags, id }: Article, view: View): Html[] =>
  tags.elections.flatMap(({ election, contests }) => [
    chip({ id }, `election:${election}`, electionName(election, view.language), view),
    ...contests.map((contest) =>
      chip({ id }, `contest:${election}/${contest}`, CONTEST_NAMES[contest], view),
    ),
  ]);

const row = (word: Word, chips: Html[], language: Language): Html =>
  chips.length === 0
    ? html``
    : html`<dt>${say(word, language)}</dt>
        <dd class="chips">${chips}</dd>`;

function chip({ id }: { id: string }, tag: string, label: string, view: View): Html {
  const chosen = view.tag === tag ? raw(' aria-current="true"') : '';
  const link = linkTo(`/artikel/${id}`, view, { tanda: tag });
  return html`<a class="chip ${kindOf(tag)}" href="${link}" ${chosen}>${label}</a>`;
}

function candidates({ tags }: Article, regions: RegionNames, language: Language): Html {
  if (tags.candidates.length === 0) return html``;
  return html`<details>
    <summary>${say('candidates', language)}</summary>
    <table>
      <tbody>
        ${tags.candidates.map(
          ({ code, score, chosen }) =>
            html`<tr class="${chosen ? 'chosen' : ''}">
              <th scope="row">${regions.name(code)}</th>
              <td>${score.toFixed(2)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
