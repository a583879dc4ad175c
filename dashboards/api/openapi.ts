// The operations → their OpenAPI 3.1 description, from the very shapes by which parameters are read and answers made.
import { z } from 'zod';
import { Problem } from './answers.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

export const BASE = '/api/v1';

export function openApi(operations: readonly Operation[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pantau',
      version,
      description:
        'Articles of the regional press of Indonesia on the neutrality of civil servants in elections, with their tags and the reasons for each. Lists take several values as region=64&region=65 or region=64,65. Every answer has an ETag: ask again with If-None-Match.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: BASE }],
    // A session cookie or a token of an account, where the installation has accounts.
    security: [{}, { token: [] }],
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: describe(one) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem) },
    },
  };
}

const schemaOf = (shape: z.ZodType): Json => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'output' });
  return schema;
};

function describe(operation: Operation): Json {
  const { path, summary, description } = operation;
  return {
    operationId: path
      .slice(1)
      .replaceAll(/[/{}]+/g, '-')
      .replace(/-$/, ''),
    summary,
    description,
    parameters: [...named(path), ...parametersOf(operation)],
    responses: {
      200: { description: 'The answer', headers: { ETag: ETAG }, content: contentOf(operation) },
      304: { description: 'Nothing has changed since the ETag that was sent' },
      400: problem('A parameter is unknown or wrong'),
      ...(path.includes('{id}') ? { 404: problem('There is no such thing') } : {}),
      429: {
        ...problem('Too many questions'),
        headers: { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } },
      },
    },
  };
}

const ETAG = { description: 'for If-None-Match', schema: { type: 'string' } };

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const contentOf = ({ answers }: Operation): Json =>
  'json' in answers
    ? { 'application/json': { schema: schemaOf(answers.json) } }
    : Object.fromEntries(answers.files.map((media) => [media.split(';')[0], { schema: {} }]));

const named = (path: string): Json[] =>
  path.includes('{id}')
    ? [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^[0-9a-f]{16}$' },
        },
      ]
    : [];

function parametersOf({ parameters }: Operation): Json[] {
  const whole = z.toJSONSchema(parameters, { io: 'input' });
  return Object.entries(whole.properties ?? {}).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'object' ? property : {};
    return {
      name,
      in: 'query',
      required: whole.required?.includes(name) ?? false,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}
