// Article → its address, and the body markup that page, REST route and feed share.
import { type Piece, slugOf } from '../../articles.ts';
import { boldDateline, linkWords, neighbours } from '../../clutter.ts';
import { printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';

/** '/2024/11/05/judul-berita/' */
export function permalink(piece: Piece): string {
  if (piece.at === null) throw new Error(`${piece.id}: WordPress has no undated posts`);
  const { year, month, day } = printed(piece.at);
  return `/${year}/${month}/${day}/${slugOf(piece.title)}/`;
}

const TAG_LINKS = {
  ASN: '/tag/asn/',
  Bawaslu: '/tag/bawaslu/',
  Pilkada: '/tag/pilkada/',
};

/** The post's content as the editor saved it: blocks, a line of 'Baca juga', the credit. */
export function content(piece: Piece, issue: Issue): Markup {
  const [also] = neighbours(issue, piece, 1);
  const parts = piece.paragraphs.map((text, index) => {
    if (piece.headings.includes(index)) return markup`<h2 class="wp-block-heading">${text}</h2>`;
    const linked = linkWords(text, index === 1 ? TAG_LINKS : {});
    return markup`<p>${index === 0 ? boldDateline(linked) : linked}</p>`;
  });
  if (also !== undefined && parts.length > 2) {
    const line = markup`<p><strong>Baca juga: <a href="${permalink(also)}">${also.title}</a></strong></p>`;
    parts.splice(2, 0, line);
  }
  if (piece.credit !== null) parts.push(markup`<p>${piece.credit}</p>`);
  return raw(parts.map(({ html }) => html).join('\n\n\n\n'));
}
