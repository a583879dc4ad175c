// A registered schema → the mapping that Elasticsearch is given.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ArticleDocument } from '../../schemas/article.ts';
import { archiveOnly, es, keyword } from '../../schemas/es.ts';
import { toMapping } from '../../schemas/mapping.ts';

test('fields are registered ones, and what is for the archive only is left out', () => {
  const schema = z.object({
    day: z.iso.date().nullable().register(es, { type: 'date' }),
    names: z.array(z.string()).register(es, keyword),
    reasons: z.array(z.string()).register(es, archiveOnly),
    people: z
      .array(z.object({ name: z.string().register(es, keyword) }))
      .nullable()
      .register(es, { type: 'object' }),
  });
  expect(toMapping(schema, 'x')).toEqual({
    dynamic: 'strict',
    properties: {
      day: { type: 'date' },
      names: { type: 'keyword', ignore_above: 8191 },
      people: { properties: { name: { type: 'keyword', ignore_above: 8191 } } },
    },
  });
});

test.for([
  { name: 'no registration', field: z.string(), says: 'x.field has no Elasticsearch field' },
  {
    name: 'a registration that is not last',
    field: z.string().register(es, keyword).nullable(),
    says: 'last',
  },
  {
    name: 'an object that is none',
    field: z.string().register(es, { type: 'object' }),
    says: 'x.field is registered as an object',
  },
  {
    name: 'a field of an object',
    field: z.object({ deep: z.string() }).register(es, { type: 'object' }),
    says: 'x.field.deep',
  },
])('$name: throws and names the field', ({ field, says }) => {
  expect(() => toMapping(z.object({ field }), 'x')).toThrow(says);
});

test('articles: everything but the reasons', () => {
  const { properties } = toMapping(ArticleDocument, 'article');
  const fields = Object.keys(ArticleDocument.shape).filter((name) => name !== 'reasons');
  expect(Object.keys(properties)).toEqual(fields);
});
