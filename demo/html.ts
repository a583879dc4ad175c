// Template literal with values → HTML; every value is escaped unless it is markup already.

/** A piece of HTML. */
export type Markup = { readonly html: string };

type Value = string | number | Markup | readonly Markup[] | null | false;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** HTML that is already safe: constants of ours and joined markup. */
export const raw = (html: string): Markup => ({ html });

function render(value: Value): string {
  if (value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}

/** markup`<p>${text}</p>` → HTML with text escaped; null and false print nothing. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  const parts = strings.map((string, index) => {
    const value = values[index];
    return value === undefined ? string : string + render(value);
  });
  return raw(parts.join(''));
}

/** JSON for a script element: no '<' that could close it. */
export const scriptJson = (value: unknown): Markup =>
  raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
