// A dossier in; what proves it, what limits the proof, and how to check it, as parts of the sheet out.
import type { Zone } from '../../schemas/region.ts';
import type { Dossier } from './dossier.ts';
import type { OfArticle } from './entries.ts';
import { html, type Html } from './html.ts';
import { clock } from './clock.ts';
import { reasonOf, ROLE, WHAT } from './report-words.ts';

export function proofPart(
  dossier: Dossier,
  parts: { key: string; software: string },
  zone: Zone,
): Html {
  const { entries } = dossier;
  const missing = entries.flatMap((entry) => entry.missing.map((each) => ({ ...each, entry })));
  return html`<h2>Keaslian</h2>
    <table class="proof">
      <thead>
        <tr>
          <th>Log</th>
          <th>Waktu dicatat</th>
          <th>Bagian</th>
          <th>SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map((entry) => entryRows(entry, zone))}
      </tbody>
    </table>
    <dl>
      <dt>Cap waktu tepercaya (RFC 3161)</dt>
      <dd>${stampText(dossier, zone)}</dd>
      <dt>Tanda tangan</dt>
      <dd>Ed25519, sidik kunci <code>${parts.key}</code></dd>
      <dt>Hash catatan log no. ${dossier.line.seq}</dt>
      <dd><code>${dossier.line.hash}</code></dd>
      ${
        missing.length === 0
          ? null
          : html`<dt>Tidak tersimpan</dt>
              <dd>
                ${missing.map(({ role, reason, entry }) => html`${ROLE[role]} (log no. ${entry.seq}): ${reasonOf(reason)}. `)}
              </dd>`
      }
    </dl>
    <p class="check">
      Memeriksa: <code>pantau evidence verify BERKAS.wacz</code> di mesin mana pun, tanpa jaringan;
      sidik kunci di atas harus sama dengan yang diumumkan lembaga. Halaman dapat dibuka di
      replayweb.page. Laporan ini dibuat ${parts.software}; ia menunjukkan apa yang diberitakan dan
      kapan, bukan kebenaran isi berita.
    </p>`;
}

function entryRows(entry: OfArticle, zone: Zone): Html {
  const what = entry.kind === 'capture' ? WHAT[entry.what] : 'dilihat dengan peramban';
  const rows = entry.parts.length === 0 ? [null] : entry.parts;
  const about = html`<td rowspan="${rows.length}">${entry.seq}</td>
    <td rowspan="${rows.length}">${clock(entry.at, zone)}, ${what}</td>`;
  return html`${rows.map(
    (part, index) =>
      html`<tr>
        ${index === 0 ? about : null}
        <td>${part === null ? 'tidak tersimpan' : ROLE[part.role]}</td>
        <td>${part === null ? null : html`<code>${part.sha256}</code>`}</td>
      </tr>`,
  )}`;
}

function stampText({ stamps, entries, lastAsked }: Dossier, zone: Zone): Html {
  const times = [...new Map([...stamps.values()].map(({ stamp, read }) => [stamp.seq, read]))];
  const open = entries.filter(({ seq }) => !stamps.has(seq));
  const given = times.map(
    ([seq, { time, signer }]) =>
      html`${clock(time, zone)} oleh ${signer}, atas log sampai no. ${seq}. `,
  );
  if (open.length === 0) return html`${given}`;
  const why =
    lastAsked === null
      ? 'tidak ada layanan cap waktu yang diatur'
      : lastAsked.failure === null
        ? 'belum dimintakan'
        : `permintaan terakhir ke ${lastAsked.service}, ${clock(lastAsked.at, zone)}, gagal: ${lastAsked.failure}`;
  return html`${given}<b>Tidak ada</b> untuk log no. ${open.map(({ seq }) => seq).join(', ')}:
    ${why}. Waktunya hanya menurut jam mesin yang menyimpan.`;
}
