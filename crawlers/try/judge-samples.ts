// Samples → the checks 'samples', 'javascript', 'further pages' and 'wall'.
import { failed, ok, warning, type Check, type Sample } from './report.ts';
import { isEmptyShell } from './samples.ts';

const REFUSED = /^(?:blocked|status-(?:401|402|403|407|429|451))$/;
/** Shares of the samples below which the reading is doubtful, or fails. */
const GOOD = 0.8;
const POOR = 0.4;
/** A body shorter than this many characters is a teaser or a caption. */
const SHORT = 400;

/** Those that robots.txt leaves open. */
const open = (samples: readonly Sample[]): Sample[] =>
  samples.filter(({ outcome }) => outcome !== 'robots');

function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** How many samples read as dated articles. `refusal`: why the samples were given up early. */
export function judgeSamples(samples: readonly Sample[], refusal: string | null): Check {
  const name = 'samples';
  const asked = open(samples);
  const articles = asked.filter(({ outcome }) => outcome === 'article');
  const dated = articles.filter(({ published }) => published !== null);
  if (asked.length === 0) {
    const reason =
      refusal ??
      (samples.length > 0 ? 'robots.txt forbids every address named' : 'no address to look at');
    return failed(
      name,
      `no article could be read: ${reason}`,
      'See the checks above: the first that is not ok is the cause.',
    );
  }
  const others = countWords(
    samples.filter(({ outcome }) => outcome !== 'article').map(({ outcome }) => outcome),
  );
  const length = median(articles.map(({ characters }) => characters));
  const facts = [
    `${articles.length} of ${samples.length} are articles`,
    others,
    articles.length > 0 ? `${dated.length} dated, half of them over ${length} characters` : '',
    refusal === null ? '' : `given up: ${refusal}`,
  ];
  const reason = facts.filter((fact) => fact !== '').join('; ');
  if (articles.length < asked.length * POOR || articles.length === 0) {
    return failed(
      name,
      reason,
      'Open one in a browser. Are these articles? If so, write extract: body: with the CSS selector of the text.',
    );
  }
  if (articles.length < asked.length * GOOD) {
    return warning(
      name,
      reason,
      'Open those that failed in a browser; leave out sections with exclude:.',
    );
  }
  if (dated.length < articles.length * GOOD) {
    return warning(
      name,
      reason,
      'Undated articles stay out of trends: write extract: date: with the CSS selector of the date.',
    );
  }
  if (length < SHORT)
    return warning(
      name,
      reason,
      'The texts are short: compare one with the page, then write extract: body:.',
    );
  return ok(name, reason);
}

/** `chromium`: this machine has one. `shown`: the samples were read as it shows them. */
export function judgeJavaScript(
  samples: readonly Sample[],
  { chromium, shown }: { chromium: boolean; shown: boolean },
): Check {
  const name = 'javascript';
  const fetched = samples.filter(({ page }) => page !== null);
  const articles = fetched.filter(({ outcome }) => outcome === 'article').length;
  const shells = fetched.filter(isEmptyShell).length;
  if (shown && articles > 0) {
    return warning(
      name,
      'pages are empty without JavaScript; Chromium shows them',
      'Keep browser: true; each page then costs several requests. Look for an API in the network tab of a browser.',
    );
  }
  if (shown)
    return failed(
      name,
      'pages are empty, in Chromium too',
      'Open one in a browser: it may need a login, or be broken.',
    );
  if (fetched.length === 0) return ok(name, 'no page to judge by');
  if (shells * 2 < fetched.length) return ok(name, 'not needed');
  const next = chromium
    ? 'Write browser: true.'
    : 'Install Chromium (doctor tells how), then repeat this: the entry will need browser: true.';
  return failed(name, `${shells} of ${fetched.length} pages are empty without JavaScript`, next);
}

/** '?page=2', '?page=all', '/2': what stands behind the article's own address. */
const tailOf = ({ url, parts }: Sample): string => {
  const own = URL.parse(url);
  const part = URL.parse(parts[0] ?? '', url);
  if (own === null || part === null) return '';
  return part.search !== '' && part.search !== own.search
    ? part.search
    : part.pathname.slice(own.pathname.length);
};

export function judgeParts(samples: readonly Sample[]): Check {
  const split = samples.filter(({ parts }) => parts.length > 0);
  if (split.length === 0) return ok('further pages', 'no sample goes on over further pages');
  const tails = [...new Set(split.map(tailOf))].slice(0, 3).join(' and ');
  return ok(
    'further pages',
    `${split.length} of ${samples.length} samples go on at ${tails}: joined`,
  );
}

/** `home`: what the home page reads as. */
export function judgeWall(samples: readonly Sample[], home: string): Check {
  const name = 'wall';
  const asked = open(samples);
  const walled = asked.filter(({ outcome }) => REFUSED.test(outcome));
  if (walled.length === 0 && !REFUSED.test(home))
    return ok(name, asked.length === 0 ? 'none met' : `none at ${asked.length} pages`);
  const details = walled.map(({ extracted, outcome }) => extracted?.detail || outcome);
  const reason =
    walled.length === 0
      ? 'the home page is a wall'
      : `${walled.length} of ${asked.length} pages: ${countWords(details)}`;
  const next =
    'Walls are not gone round. Ask the publisher to let Pantau pass, or leave those sections out with exclude:.';
  return walled.length * 2 >= asked.length
    ? failed(name, reason, next)
    : warning(name, reason, next);
}
