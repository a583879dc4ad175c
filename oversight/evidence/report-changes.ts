// A dossier in; what its site changed, word by word, and who else carries the text, as parts of the sheet out.
import type { Zone } from '../../schemas/region.ts';
import type { Copy, Edit, Piece } from './changes.ts';
import type { Dossier } from './dossier.ts';
import { html, type Html } from './html.ts';
import { clock } from './clock.ts';

const MOST_EDITS = 4;
const MOST_COPIES = 12;

export function changesPart({ changes: { edits, gone } }: Dossier, zone: Zone): Html {
  if (edits.length === 0 && gone === null) return html``;
  const shown = edits.slice(-MOST_EDITS);
  const more = edits.length - shown.length;
  const removal =
    gone === null
      ? null
      : html`<p>
          <b>Dihapus:</b> halaman tidak dapat dibuka sejak ${clock(gone.goneAt, zone)}; terakhir
          terlihat
          ${gone.lastSeen === null ? 'pada waktu yang tidak diketahui' : clock(gone.lastSeen, zone)}.
          Isi terakhirnya ada dalam berkas bukti.
        </p>`;
  return html`<h2>Perubahan oleh media</h2>
    ${more > 0 ? html`<p>${more} perubahan lebih awal ada dalam berkas bukti.</p>` : null}
    ${shown.map((edit) => editPart(edit, zone))}${removal}`;
}

function editPart({ at, from, version, title, text }: Edit, zone: Zone): Html {
  const changed = (pieces: Piece[]): boolean => pieces.some(({ kind }) => kind !== 'same');
  return html`<div class="edit">
    <p>
      <b>Terlihat ${clock(at, zone)}</b> (versi ${from} menjadi ${version}): <del>dihapus</del>
      <ins>ditambahkan</ins>
    </p>
    ${changed(title) ? html`<p>Judul: ${shortened(title).map(pieceOf)}</p>` : null}
    ${changed(text) ? html`<p class="text">${shortened(text).map(pieceOf)}</p>` : null}
  </div>`;
}

const pieceOf = ({ kind, text: whole }: Piece): Html => {
  const text = whole.replaceAll(/\n{2,}/g, '\n');
  if (kind === 'removed') return html`<del>${text}</del>`;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`<span>${text}</span>`;
};

/** Characters of what stayed that are shown beside a change. */
const BESIDE = 90;
/** Characters of one taken out or added passage. */
const MOST_PASSAGE = 900;

/** What stayed is shown near changes only. */
function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const { kind, text } = piece;
    if (kind !== 'same')
      return text.length <= MOST_PASSAGE
        ? piece
        : { kind, text: `${text.slice(0, MOST_PASSAGE)} … ` };
    const head = index === 0 ? '' : text.slice(0, BESIDE).replace(/\s\S*$/, '');
    const tail = index === pieces.length - 1 ? '' : text.slice(-BESIDE).replace(/^\S*\s/, '');
    if (text.length <= head.length + tail.length) return piece;
    return { kind, text: `${head} … ${tail}` };
  });
}

const CARRIES: Record<Copy['carries'], string> = {
  all: 'masih memuat bagian yang dihapus',
  partly: 'masih memuat sebagian yang dihapus',
  none: 'tidak memuat bagian yang dihapus',
};

export function copiesPart({ changes: { copies, edits, gone } }: Dossier): Html {
  if (copies.length === 0) return html``;
  const shown = copies.slice(0, MOST_COPIES);
  const edited = edits.length > 0;
  const state = ({ carries, goneAt }: Copy): string => {
    if (goneAt !== null) return 'juga tidak dapat dibuka lagi';
    if (edited) return CARRIES[carries];
    return gone === null ? '' : 'masih dapat dibuka';
  };
  return html`<h2>Naskah yang sama di media lain (${copies.length})</h2>
    <table class="list">
      <tbody>
        ${shown.map(
          (copy) =>
            html`<tr>
              <td>${copy.outlet}</td>
              <td class="address">${copy.url}</td>
              <td>${state(copy)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${copies.length > shown.length ? html`<p>dan ${copies.length - shown.length} lagi.</p>` : null}`;
}
