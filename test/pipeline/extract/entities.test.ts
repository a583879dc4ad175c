// Entities decoded apart from the page read as the tokenizer reads them on its way.
import fc from 'fast-check';
import { Parser, QuoteType } from 'htmlparser2';
import { expect, test } from 'vitest';
import { createEntities } from '../../../pipeline/extract/entities.ts';
import { lowerName } from '../../../pipeline/normalise/lower-case.ts';

const entities = createEntities();
const pieces = fc.constantFrom(
  ...'& &amp; &amp &nbsp; &#8220; &#x201c &#0; &#xD800; &notit; &copy &lt;b&gt; a1 = ; # x é “'.split(
    ' ',
  ),
);
const written = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));

function readOnTheWay(markup: string): { text: string; value: string } {
  let [text, value] = ['', ''];
  const parser = new Parser(
    {
      ontext: (data) => (text += data),
      onattribute: (_name, data) => (value = data),
    },
    { decodeEntities: true },
  );
  parser.end(markup);
  return { text, value };
}

test('texts', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(entities.text(text)).toBe(readOnTheWay(`<p>${text}</p>`).text);
    }),
  );
});

test.for([
  ['"', QuoteType.Double],
  ["'", QuoteType.Single],
  ['', QuoteType.Unquoted],
] as const)('values in %s', ([mark, quote]) => {
  fc.assert(
    fc.property(written, (value) => {
      const markup = `<a href=${mark}${value}${mark}>`;
      expect(entities.value(value, quote)).toBe(readOnTheWay(markup).value);
    }),
  );
});

test('a title keeps its angle brackets, and one page leaves nothing to the next', () => {
  expect(entities.text('1 < 2 &amp; <b>3</b> &copy')).toBe('1 < 2 & <b>3</b> ©');
  expect(entities.text('&am')).toBe('&am');
  expect(entities.text('p;')).toBe('p;');
});

test('names are in lower case, whatever stood there', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (name) => {
      expect(lowerName(name)).toBe(name.toLowerCase());
      expect(lowerName(name)).toBe(name.toLowerCase());
    }),
  );
  expect(lowerName('constructor')).toBe('constructor');
});
