// HTML of a page, and where a redirect led → its reading, walls first.
import { loadWalls } from '../../../cli/knowledge.ts';
import { createPageReader } from '../../../pipeline/read-page.ts';
import type { Extracted } from '../../../schemas/article.ts';

const reader = createPageReader(loadWalls('knowledge'));
export const ASKED = 'https://contoh.id/politik/asn-diminta-netral';
export const HINTS = { title: null, published: null, foundBy: null };

export const read = (html: string, finalUrl = ASKED): Extracted =>
  reader(
    {
      id: 1,
      site: 'contoh',
      url: ASKED,
      finalUrl,
      fetchedAt: '2025-07-12T02:00:00Z',
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: new TextEncoder().encode(html),
      via: 'http',
    },
    HINTS,
    null,
  );
