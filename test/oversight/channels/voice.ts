// What tests send with: names as they are, links to a dashboard that is not there, a key.
import { createLinks } from '../../../oversight/alerts/links.ts';
import type { Letter } from '../../../oversight/alerts/deliver.ts';
import type { Voice } from '../../../oversight/channels/letter.ts';
import { COVERAGE_NAMES, electionName } from '../../../dashboards/web/words.ts';
import { AT } from '../../archive/make.ts';
import { alert, watch } from '../make.ts';

export const KEY = Buffer.alloc(32, 7);

export const voice: Voice = {
  names: {
    region: (code) => (code === '64.74' ? 'Kota Bontang' : code),
    election: electionName,
    stage: (stage) => stage,
    kind: (kind) => COVERAGE_NAMES[kind],
    violation: (violation) => violation,
    actor: (actor) => actor.toUpperCase(),
  },
  links: createLinks('https://pantau.test', KEY),
};

export const letter = (more: Partial<Letter> = {}): Letter => ({
  key: 'pantau-abc',
  watch: watch(),
  alerts: [alert()],
  createdAt: AT,
  ...more,
});

export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</a><a href="javascript:alert(1)">x',
  '&lt;b&gt; & "\'',
  'Subjek\r\nBcc: korban@example.org',
  '\u202Eterbalik 😀 \uD83D',
];

/** An alert in which all that comes from the press is this text. */
export const hostile = (text: string) =>
  alert({
    article: { ...alert().article, title: text, outlet: text, opening: text },
    why: [{ tag: 'coverage:dugaan', quote: text }],
  });

export const never = new AbortController().signal;
