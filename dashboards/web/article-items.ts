// Rows of articles → a list with their tags as chips, each a link that narrows by it.
import { html } from 'hono/html';
import type { ArticleRow } from '../ports.ts';
import type { Html } from './layout.ts';
import { type Namer, dayLabel } from './names.ts';
import { type View, linkTo, unfiltered } from './view.ts';
import { COVERAGE_NAMES, DECISION_WORD, VIOLATION_NAMES, electionName, say } from './words.ts';

/** A list of articles with their tags as chips. */
export function articleList(rows: ArticleRow[], view: View, namer: Namer): Html {
  return html`<ol class="articles">
    ${rows.map((row) => articleItem(row, view, namer))}
  </ol>`;
}

function articleItem(row: ArticleRow, view: View, namer: Namer): Html {
  const { language } = view;
  const here = (change: Parameters<typeof linkTo>[2]): string => linkTo('/artikel', view, change);
  return html`<li>
    <p class="meta">
      ${row.day === null ? html`<em>${say('noDate', language)}</em>` : html`<time datetime="${row.day}">${dayLabel(row.day, language)}</time>`}
      · ${row.siteName}
    </p>
    <h3><a href="${linkTo(`/artikel/${row.id}`, unfiltered(view))}">${row.title}</a></h3>
    <p class="snippet">${marked(row.snippet)}</p>
    <p class="chips">
      ${row.primary === null ? '' : html`<a class="chip region" href="${here({ wilayah: row.primary, hal: null })}">${namer.region(row.primary)}</a>`}
      ${row.elections.map((election) => html`<a class="chip election" href="${here({ pemilihan: election, hal: null })}">${electionName(election, language)}</a>`)}
      <a class="chip coverage" href="${here({ jenis: row.coverage, hal: null })}"
        >${COVERAGE_NAMES[row.coverage]}</a
      >
      ${row.violations.map((act) => html`<a class="chip violation" href="${here({ pelanggaran: act, hal: null })}">${VIOLATION_NAMES[act]}</a>`)}
      ${row.decision === 'relevant' ? '' : html`<span class="chip ${row.decision}">${say(DECISION_WORD[row.decision], language)}</span>`}
      ${row.advertorial ? html`<span class="chip advertorial">${say('advertorial', language)}</span>` : ''}
    </p>
  </li>`;
}

/** A snippet with its hits between U+E000 and U+E001 → text with <mark>. */
export function marked(snippet: string): Html[] {
  return snippet.split('\uE000').map((piece, index) => {
    const end = index === 0 ? -1 : piece.indexOf('\uE001');
    if (end === -1) return html`${piece.replaceAll('\uE001', '')}`;
    return html`<mark>${piece.slice(0, end)}</mark>${piece.slice(end + 1)}`;
  });
}
