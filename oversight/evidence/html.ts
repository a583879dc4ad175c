// Values in; HTML that says them and does nothing else, out.

/** A piece of HTML that is safe to put into a page. */
export type Html = { readonly html: string };

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Value = string | number | Html | readonly Html[] | null;

const asHtml = (value: Value): string => {
  if (value === null) return '';
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  return value.map(({ html }) => html).join('');
};

/** A template whose values are escaped unless they are Html. */
export const html = (texts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: texts.map((text, index) => text + asHtml(values[index] ?? '')).join(''),
});
