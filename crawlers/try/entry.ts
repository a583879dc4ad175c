// A trial → the text of crawlers/sites/<id>.yaml: what was found, and in comments what a person must look at.
import type { Discovery } from '../../schemas/site.ts';
import type { TryReport } from './report.ts';

/** What a site says of itself must stay on its line of the file, and show on a terminal as it is. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** YAML's single-quoted form: everything stands for itself. */
const quoted = (text: string): string => `'${oneLine(text).replaceAll("'", "''")}'`;

/** An address or selector bare where YAML reads it as written, else quoted. */
const scalar = (text: string): string =>
  /^[\w./:%~+-]+$/.test(text) && !text.endsWith(':') ? text : quoted(text);

function discoveryLine(discovery: Discovery): string {
  const parts = Object.entries(discovery)
    .filter(([key, value]) => !(key === 'pages' && value === 1))
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? scalar(value) : value}`);
  return `  - { ${parts.join(', ')} }`;
}

/** Blogger gives 25 entries unless more are asked for. */
const asked = (discovery: Discovery): Discovery =>
  discovery.kind === 'feed' && discovery.url.endsWith('/feeds/posts/default')
    ? { ...discovery, url: `${discovery.url}?max-results=50` }
    : discovery;

const USUAL_DELAY = 2;

/** @param day on which it was made, YYYY-MM-DD */
export function entryText({ site, findings, checks }: TryReport, day: string): string {
  const { name, home, region, network, discover, preset, browser, delay } = findings;
  const doubts = checks.filter(({ status }) => status !== 'ok');
  const place = checks.find((check) => check.name === 'region and owner')?.reason ?? '';
  const lines = [
    '# yaml-language-server: $schema=../../schemas/site.schema.gen.json',
    `# Made by 'site add' on ${day}. Look at what follows, then set verified: true.`,
    ...doubts.map(
      (check) => `# - ${check.name}: ${oneLine(check.reason)}. ${oneLine(check.next ?? '')}`,
    ),
    `id: ${site.id}`,
    `name: ${quoted(name)} # the masthead?`,
    `home: ${scalar(home)}`,
    `region: ${region === null ? 'null' : quoted(region)} # ${oneLine(place)}`,
    ...(network === null || network === 'independent' ? [] : [`network: ${quoted(network)}`]),
    'discover:',
    ...discover.map((discovery) => discoveryLine(asked(discovery))),
    ...(preset === null ? [] : ['extract:', `  - { preset: ${preset} }`]),
    ...(site.exclude === undefined
      ? []
      : [`exclude: ${quoted(site.exclude)} # sections: is any article among them?`]),
    ...(browser ? ['browser: true'] : []),
    ...(delay === USUAL_DELAY ? [] : [`delay: ${delay}`]),
    ...(site.loopback ? ['loopback: true'] : []),
    `verified: false # true once a person has seen 'site try ${site.id}' pass`,
  ];
  return `${lines.join('\n')}\n`;
}
