// SQL and markup through every parameter of every address that the application has: answered, and nothing comes of it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PARAMETERS } from '../../../dashboards/web/view.ts';
import { AT, by, candidate, content, page, site } from '../../archive/make.ts';
import { addAccount, newWebsite, signedIn } from './website.ts';

const HOSTILE = [
  `' OR '1'='1' --`,
  `x'); DROP TABLE articles; --`,
  `" UNION SELECT password FROM accounts --`,
  `*" AND marks : "every`,
  `<script>alert(1)</script>`,
  '%00',
  '../../../../etc/passwd',
];

/** Of the pages; those of the API are read from its own description. */
const PAGE_PARAMETERS = [...PARAMETERS, 'tema', 'lebar', 'unduh'];

const Description = z.object({
  paths: z.record(
    z.string(),
    z.object({ get: z.object({ parameters: z.array(z.object({ name: z.string() })) }) }),
  ),
});

test('hostile values at every address', async () => {
  const stage = newWebsite();
  const { archive, app } = stage;
  addAccount(stage, 'admin', 'admin');
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const stored = archive.savePage(page(1));
  archive.saveArticle(by(1, stored), content(1, [stored]), AT);

  const browser = signedIn(stage, 'admin');
  const { paths } = Description.parse(JSON.parse((await browser.get('/api/v1/openapi.json')).text));
  const parameters = (path: string): string[] =>
    paths[path.replace('/api/v1', '').replace(':id', '{id}')]?.get.parameters.map(
      ({ name }) => name,
    ) ?? PAGE_PARAMETERS;
  const routes = new Set(
    app.routes
      .filter(({ method, path: at }) => method === 'GET' && !at.includes('*'))
      .map(({ path: at }) => at.replaceAll(/\{[^}]*\}/g, '')),
  );
  let asked = 0;
  for (const route of routes) {
    for (const evil of HOSTILE) {
      const value = encodeURIComponent(evil);
      const at = route.replaceAll(/:\w+\??/g, value);
      // All at once, and, so that one does not hide another, the search alone.
      const all = parameters(route).map((name) => `${name}=${value}`);
      for (const query of [all.join('&'), `q=${value}`, `query=${value}`]) {
        const account = `akun-${(asked += 1)}`;
        addAccount(stage, account, 'admin');
        const { status, text, headers } = await signedIn(stage, account).get(`${at}?${query}`);
        expect([`${at}?${query}`, status < 500]).toEqual([`${at}?${query}`, true]);
        expect(text).not.toMatch(/\$scrypt|root:x:/);
        // What a browser would read as markup; a JSON text says of itself that it is none.
        if (/html|svg|xml/.test(headers.get('content-type') ?? 'text/html'))
          expect(text).not.toContain('<script>alert');
        else if (text.includes('<script>alert'))
          expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
    }
  }
  expect(asked).toBeGreaterThan(300);
  expect(archive.reports.articles({}, 1, 5).total).toBe(1);
}, 120_000);
