// The versions of an article → their list, and what one changed against the one before, word by word.
import { diffWordsWithSpace } from 'diff';
import { html } from 'hono/html';
import type { Article } from '../../schemas/article.ts';
import type { ArticleAnswer } from '../ports.ts';
import type { Html } from './layout.ts';
import { sayReport } from './report-words.ts';
import { type View, linkTo } from './view.ts';
import { say } from './words.ts';

/** Longer texts are compared without looking for the shortest difference: that may take seconds. */
const MOST_EDITS = 4000;

export function history({ article, versions }: ArticleAnswer, shown: number, view: View): Html {
  const { language } = view;
  const newest = versions.at(-1)?.version ?? article.version;
  return html`<section>
    <h2>${say('versions', language)}</h2>
    <ol class="versions">
      ${versions
        .toReversed()
        .map(
          ({ version, at, what }) =>
            html`<li value="${version}">
              ${
                newest === 1
                  ? say(what, language)
                  : html`<a
                      href="${linkTo(`/artikel/${article.id}`, view, { versi: String(version) })}"
                      ${version === shown ? html`aria-current="true"` : ''}
                      >${say(what, language)}</a
                    >`
              }
              · ${at.slice(0, 16).replace('T', ' ')}
            </li>`,
        )}
    </ol>
  </section>`;
}

export function changedText(before: Article, after: Article, view: View): Html {
  const { language } = view;
  const [old, now] = [textOf(before), textOf(after)];
  if (old === now)
    return html`<p class="note">${sayReport('sameAsBefore', language)}</p>
      ${plain(now)}`;
  const changes = diffWordsWithSpace(old, now, { maxEditLength: MOST_EDITS }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  return html`<p class="note">
      <del>…</del> <ins>…</ins> ${sayReport('diffNote', language)} ${before.version}
    </p>
    <p class="changes">
      ${changes.map(({ value, added, removed }) => (added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : html`${value}`))}
    </p>`;
}

const textOf = ({ extracted: { title, text } }: Article): string => `${title}\n\n${text}`;

const plain = (text: string): Html[] => text.split(/\n\n+/).map((part) => html`<p>${part}</p>`);
