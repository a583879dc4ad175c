// Texts and attribute values as written → with their entities decoded, by the tokenizer's own rules.
import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** `text`: between tags, or in a title. `value`: of an attribute that was quoted so. */
export type Entities = {
  text: (written: string) => string;
  value: (written: string, quote: QuoteType) => string;
};

const nothing = (): void => {};

/**
 * The tokenizer leaps from tag to tag only where it need not look for entities, and most texts have none: those that do are
 * given to one that looks.
 */
export function createEntities(): Entities {
  let source = '';
  let decoded = '';
  const add = (start: number, end: number): void => {
    decoded += source.slice(start, end);
  };
  const addEntity = (code: number): void => {
    decoded += safeCodePoint(code);
  };
  const reader: TokenizerCallbacks = {
    ontext: add,
    ontextentity: addEntity,
    onattribdata: add,
    onattribentity: addEntity,
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onopentagname: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  const read = (markup: string): string => {
    [source, decoded] = [markup, ''];
    tokenizer.reset();
    tokenizer.write(markup);
    tokenizer.end();
    return decoded;
  };
  return {
    // No entity holds a '<', which would begin a tag here.
    text: (written) => written.split('<').map(read).join('<'),
    value: (written, quote) => {
      const mark = quote === QuoteType.Double ? '"' : quote === QuoteType.Single ? "'" : '';
      return read(`<a b=${mark}${written}${mark}>`);
    },
  };
}

const safeCodePoint = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
