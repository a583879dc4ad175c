// The operations → a page of forms that ask them: no script, nothing from other hosts, always as the API is.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Html } from '../web/layout.ts';
import type { Language } from '../web/words.ts';
import { BASE } from './openapi.ts';
import type { Operation } from './operation.ts';
import { optionsOf, takesList } from './parameters.ts';
import { OPERATIONS_ID, sayOfApi as say } from './words.ts';

export const TRY_PATH = '/api';

export function tryPage(
  operations: readonly Operation[],
  origin: string,
  language: Language,
): Html {
  return html`<h1>${say('title', language)}</h1>
    <p>${say('lead', language)}</p>
    <p><a href="${BASE}/openapi.json">${say('description', language)}</a></p>
    ${operations.map((operation) => section(operation, origin, language))}`;
}

function section(operation: Operation, origin: string, language: Language): Html {
  const { path, example, parameters } = operation;
  const english = [operation.summary, operation.description] as const;
  const [summary, description] = language === 'id' ? (OPERATIONS_ID[path] ?? english) : english;
  const isNamed = path.includes('{id}');
  const action = isNamed ? TRY_PATH : BASE + path;
  const question = new URLSearchParams(example).toString();
  const address = `${origin}${BASE}${path}${question === '' ? '' : `?${question}`}`;
  const fields = Object.entries(parameters.shape);
  return html`<section class="card">
    <h2>${summary}</h2>
    <p><code>GET ${BASE}${path}</code></p>
    <p>${description}</p>
    <form class="filters" action="${action}" method="get">
      <details ${fields.length > 0 && fields.length <= 5 ? raw('open') : ''}>
        <summary>${say('fields', language)}</summary>
        <div class="fields">
          ${isNamed ? idField(language) : ''}
          ${fields.map(([name, shape]) => field(name, shape, example[name] ?? '', language))}
        </div>
      </details>
      <button type="submit">${say('run', language)}</button>
    </form>
    <p>${say('command', language)}: <code>curl "${address}"</code></p>
  </section>`;
}

const idField = (language: Language): Html =>
  html`<label
    ><span>id (${say('id', language)})</span>
    <input name="id" required pattern="[0-9a-f]{16}" />
  </label>`;

function field(name: string, shape: unknown, value: string, language: Language): Html {
  const options = optionsOf(shape);
  const isRequired = shape instanceof z.ZodType && !shape.safeParse(undefined).success;
  const label = isRequired ? `${name} (${say('required', language)})` : name;
  const help = shape instanceof z.ZodType ? (shape.description ?? '') : '';
  if (options !== null && !takesList(shape))
    return html`<label title="${help}"
      ><span>${label}</span>
      <select name="${name}">
        <option value="">${say('none', language)}</option>
        ${options.map(
          (option) =>
            html`<option value="${option}" ${option === value ? raw('selected') : ''}>
              ${option}
            </option>`,
        )}
      </select>
    </label>`;
  const hint = takesList(shape) ? (options?.join(', ') ?? say('several', language)) : help;
  return html`<label title="${help}"
    ><span>${label}</span>
    <input
      name="${name}"
      value="${value}"
      placeholder="${hint}"
      ${isRequired ? raw('required') : ''}
    />
  </label>`;
}
