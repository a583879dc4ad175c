// Article → its address and the body as Blogger's editor saved it: line breaks in one, justified blocks in the next.
import { type Piece, numberOf, slugOf } from '../../articles.ts';
import { boldDateline, neighbours } from '../../clutter.ts';
import { printed } from '../../dates.ts';
import { type Markup, markup, raw } from '../../html.ts';
import type { Issue } from '../../paper.ts';

export const NAME = 'Tao Toba News';

/** '/2024/11/judul-berita.html' */
export function permalink(piece: Piece): string {
  if (piece.at === null) throw new Error(`${piece.id}: Blogger has no undated posts`);
  const { year, month } = printed(piece.at);
  return `/${year}/${month}/${slugOf(piece.title)}.html`;
}

export const imageOf = (piece: Piece): string => `/img/a/foto-${numberOf(piece)}.jpg`;

function lines(piece: Piece, issue: Issue): Markup[] {
  const [also] = neighbours(issue, piece, 1);
  const parts = piece.paragraphs.map((text, index) => {
    const plain = markup`${text}`;
    if (piece.headings.includes(index)) return markup`<b>${text}</b>`;
    return index === 0 ? boldDateline(plain) : plain;
  });
  if (also !== undefined && parts.length > 2) {
    parts.splice(
      2,
      0,
      markup`<b>Baca Juga:</b> <a href="${issue.origin + permalink(also)}">${also.title}</a>`,
    );
  }
  if (piece.credit !== null) parts.push(markup`${piece.credit}`);
  return parts;
}

/** The post's body. */
export function postBody(piece: Piece, issue: Issue): Markup {
  const figure = markup`<table align="center" cellpadding="0" cellspacing="0" class="tr-caption-container" style="margin-left: auto; margin-right: auto;"><tbody><tr><td style="text-align: center;"><a href="${imageOf(piece)}" style="margin-left: auto; margin-right: auto;"><img border="0" data-original-height="450" data-original-width="800" height="360" src="${imageOf(piece)}" width="640" /></a></td></tr><tr><td class="tr-caption" style="text-align: center;">${piece.caption}</td></tr></tbody></table>`;
  const parts = lines(piece, issue);
  const text =
    numberOf(piece) % 2 === 0
      ? raw(parts.map(({ html }) => html).join('<br /><br />\n'))
      : raw(
          parts
            .map(({ html }) => `<div style="text-align: justify;">${html}</div>`)
            .join('<div style="text-align: justify;"><br /></div>\n'),
        );
  return markup`${figure}<br />${text}<div class="separator" style="clear: both;"></div>`;
}
