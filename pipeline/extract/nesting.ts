// Which elements close which: the part of the HTML standard's tree construction that real news pages need.

export const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Subtrees without words of the article; their text is skipped while the tree is built. */
export const SKIP = new Set(
  'noscript template svg math iframe object canvas select textarea audio video map datalist button style script noframes marquee'.split(
    ' ',
  ),
);
export const CLOSES_P = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
);
/** Opening one of these closes an open sibling of the set, up to the element that holds them. */
export const SIBLINGS = new Map<string, { closes: Set<string>; holder: Set<string> }>([
  ['li', { closes: new Set(['li']), holder: new Set(['ul', 'ol', 'menu', 'dir']) }],
  ['dt', { closes: new Set(['dt', 'dd']), holder: new Set(['dl']) }],
  ['dd', { closes: new Set(['dt', 'dd']), holder: new Set(['dl']) }],
  [
    'tr',
    {
      closes: new Set(['tr', 'td', 'th']),
      holder: new Set(['table', 'tbody', 'thead', 'tfoot']),
    },
  ],
  ['td', { closes: new Set(['td', 'th']), holder: new Set(['tr', 'table']) }],
  ['th', { closes: new Set(['td', 'th']), holder: new Set(['tr', 'table']) }],
  ['option', { closes: new Set(['option']), holder: new Set(['select']) }],
]);
/** A closing tag does not reach through these to an element outside. */
export const WALLS = new Set(['td', 'th', 'table', 'article', 'main']);
/** Any other element ends <head>, closed or not. */
export const IN_HEAD = new Set(
  'html title meta link base style script noscript template object'.split(' '),
);
