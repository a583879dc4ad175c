// Dossiers in; the report for a file, one sheet an article where it fits, in Indonesian, as HTML of one file out.
import type { EvidenceEntry } from '../../schemas/evidence.ts';
import { zoneOf, type Zone } from '../../schemas/region.ts';
import type { Names } from '../channels/words.ts';
import { capturesOf, type Dossier } from './dossier.ts';
import { clock } from './clock.ts';
import { html, type Html } from './html.ts';
import { changesPart, copiesPart } from './report-changes.ts';
import { proofPart } from './report-proof.ts';
import { REPORT_CSS } from './report-style.ts';
import { BASIS, reasonOf, WHAT } from './report-words.ts';

export type ReportParts = {
  title: string;
  dossiers: readonly Dossier[];
  names: Names;
  /** UTC, ISO 8601. */
  created: string;
  software: string;
  /** Fingerprint of the key that signs the pack. */
  key: string;
};

/** The whole page; it loads nothing and runs nothing. */
export function reportOf(parts: ReportParts): string {
  const { title, dossiers } = parts;
  const sheets = dossiers.map((dossier) => sheet(parts, dossier));
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <title>${title}</title>
        <style>
          ${{ html: REPORT_CSS }}
        </style>
      </head>
      <body>
        ${dossiers.length > 1 ? cover(parts) : null}${sheets}
      </body>
    </html> `.html;
}

function cover({ title, dossiers, created }: ReportParts): Html {
  return html`<section class="sheet">
    <header>
      <p class="maker">Pantau · bukti pemberitaan</p>
      <h1>${title}</h1>
      <p>${dossiers.length} artikel; dibuat ${clock(created, 'WIB')}</p>
    </header>
    <table class="list">
      <thead>
        <tr>
          <th>No.</th>
          <th>Judul</th>
          <th>Media</th>
          <th>Pertama disimpan</th>
        </tr>
      </thead>
      <tbody>
        ${dossiers.map(
          ({ changes: { article }, media }, index) =>
            html`<tr>
              <td>${index + 1}</td>
              <td>${article.extracted.title}</td>
              <td>${media}</td>
              <td>${clock(article.firstSeen, zoneOf(article.tags.primary))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function sheet(parts: ReportParts, dossier: Dossier): Html {
  const { article } = dossier.changes;
  const zone = zoneOf(article.tags.primary);
  return html`<section class="sheet">
    <header>
      <p class="maker">Pantau · bukti pemberitaan</p>
      <h1>${article.extracted.title}</h1>
      <p class="number">
        Nomor bukti <b>${article.id}</b> · catatan log no. ${dossier.line.seq} · dibuat
        ${clock(parts.created, zone)}
      </p>
    </header>
    <div class="two">
      <div>${factsPart(dossier, parts.names, zone)}${wordsPart(dossier)}</div>
      ${picturePart(dossier, parts.dossiers.length > MOST_PICTURES)}
    </div>
    ${changesPart(dossier, zone)}${copiesPart(dossier)}${proofPart(dossier, parts, zone)}
  </section>`;
}

function factsPart(dossier: Dossier, names: Names, zone: Zone): Html {
  const { article } = dossier.changes;
  const { extracted, tags } = article;
  const rows: [string, string | Html][] = [
    ['Media', dossier.media],
    ['Alamat', html`<span class="address">${article.url}</span>`],
    ['Terbit', publishedOf(dossier, zone)],
    ['Penulis', extracted.authors.join(', ')],
    ['Pertama disimpan', clock(article.firstSeen, zone)],
    ['Keadaan terakhir', stateOf(dossier, zone)],
    ['Wilayah', tags.regions.map(names.region).join(', ')],
    [
      'Pemilihan',
      [
        ...tags.elections.map(({ election }) => names.election(election, 'id')),
        ...(tags.stage === null ? [] : [`tahap ${names.stage(tags.stage, 'id').toLowerCase()}`]),
      ].join(', '),
    ],
    ['Jenis berita', names.kind(tags.coverage)],
    ['Pihak', tags.actors.map(names.actor).join(', ')],
    ['Dugaan pelanggaran', tags.violations.map(names.violation).join(', ')],
    ['Narasumber', tags.speakers.map(({ name, role }) => `${name} (${role})`).join('; ')],
  ];
  const filled = rows.filter(([, value]) => value !== '');
  return html`<table class="facts">
    <tbody>
      ${filled.map(
        ([name, value]) =>
          html`<tr>
            <th>${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function publishedOf({ changes: { article } }: Dossier, zone: Zone): string {
  const { published } = article.extracted;
  if (published === null) return 'tanggal tidak diketahui';
  const text = clock(published.at, zone);
  const said = published.precision === 'day' ? text.replace(/ pukul.*/, '') : text;
  return `${said} (menurut ${BASIS[published.basis]})`;
}

function stateOf({ changes, entries }: Dossier, zone: Zone): string {
  const { gone, edits } = changes;
  if (gone !== null) {
    const seen = gone.lastSeen === null ? '' : `; terakhir terlihat ${clock(gone.lastSeen, zone)}`;
    return `tidak dapat dibuka lagi sejak ${clock(gone.goneAt, zone)}${seen}`;
  }
  const last = edits.at(-1);
  if (last !== undefined)
    return `diubah medianya; perubahan terakhir terlihat ${clock(last.at, zone)}`;
  const newest = capturesOf(entries).at(-1);
  return newest === undefined ? '' : WHAT[newest.what];
}

/** Spans shown on the sheet; the pack holds all. */
const MOST_WORDS = 7;

/** The words behind the tags, with what is around them; a span that lies in one shown already is left out. */
function wordsPart({ changes: { article } }: Dossier): Html {
  const { extracted, tags } = article;
  const spans: { field: 'title' | 'text'; start: number; end: number }[] = [];
  for (const { field, start, end } of tags.reasons) {
    if ((field !== 'title' && field !== 'text') || end <= start) continue;
    if (
      spans.some(
        (span) => span.field === field && start < span.end + AROUND && end > span.start - AROUND,
      )
    )
      continue;
    spans.push({ field, start, end });
  }
  if (spans.length === 0) return html``;
  const shown = spans.slice(0, MOST_WORDS).map(({ field, start, end }) => {
    const text = extracted[field];
    return html`<li>
      ${field === 'title' ? html`<i>judul:</i> ` : null}${before(text, start)}<mark>${text.slice(start, end)}</mark>${after(text, end)}
    </li>`;
  });
  return html`<h2>Kata-kata yang mendasarinya</h2>
    <ul class="words">
      ${shown}
    </ul>`;
}

const AROUND = 60;

function before(text: string, start: number): string {
  if (start <= AROUND) return text.slice(0, start);
  return `… ${text.slice(start - AROUND, start).replace(/^\S*\s/, '')}`;
}

function after(text: string, end: number): string {
  if (end + AROUND >= text.length) return text.slice(end);
  return `${text.slice(end, end + AROUND).replace(/\s\S*$/, '')} …`;
}

/** A report on more articles has no pictures: it would be too large to open. */
const MOST_PICTURES = 40;

function picturePart({ screenshot, entries }: Dossier, leftOut: boolean): Html {
  if (screenshot !== null && leftOut)
    return html`<figure class="none"><p>Tangkapan layar ada dalam berkas bukti.</p></figure>`;
  if (screenshot !== null) {
    const source = `data:image/jpeg;base64,${Buffer.from(screenshot).toString('base64')}`;
    return html`<figure>
      <img src="${source}" alt="Tangkapan layar halaman" />
      <figcaption>Tangkapan layar (bagian atas; utuh dalam berkas bukti)</figcaption>
    </figure>`;
  }
  return html`<figure class="none">
    <p>Tidak ada tangkapan layar: ${whyNoPicture(entries)}</p>
  </figure>`;
}

function whyNoPicture(entries: readonly EvidenceEntry[]): string {
  const plan = entries.findLast((entry) => entry.kind === 'capture');
  const failed = entries
    .findLast((entry) => entry.kind === 'view')
    ?.missing.find(({ role }) => role === 'screenshot');
  if (failed !== undefined) return reasonOf(failed.reason);
  return plan?.kind === 'capture' ? VIEW_PLAN[plan.view] : '';
}

const VIEW_PLAN = {
  follows: 'belum sempat dibuat',
  'drawn-before': 'halaman yang sama sudah ditangkap sebelumnya',
  'too-old': 'halaman sudah lama disimpan ketika bukti dibuat',
  'no-browser': 'mesin yang menyimpan tidak memiliki peramban',
  off: 'dimatikan dalam pengaturan',
  'no-page': 'isi halaman tidak lagi tersimpan',
} as const;
