// Points of regions → a map of Indonesia as SVG: inline on a page (styled by its classes, points are links) or a file.
import { printable } from '../export/printable.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INK, SERIES, type Theme } from './charts/chart.ts';
import { figure } from './names.ts';
import { sayReport } from './report-words.ts';
import type { Language } from './words.ts';

export type MapPoint = {
  code: string;
  name: string;
  lat: number;
  lon: number;
  stories: number;
  /** Sources at home in the region. */
  listed: number;
  link: string;
};

type Options = {
  title: string;
  language: Language;
  /** A file of its own carries its colours, its heading and the land; a page has them in its style and beside it. */
  alone?: { theme: Theme; subtitle: string };
};

/** The land behind the points: the same for every view, so that a browser asks for it once. */
export const LAND_PATH = '/peta-garis.svg';

/** The outlines, made by `npm run generated` from world-atlas, in the units of this picture. */
const OUTLINES: { home: string; others: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'indonesia.gen.json'), 'utf8'),
);

export const MAP = { width: 1000, height: 390, west: 94.5, east: 141.6, north: 6.5 } as const;
const SCALE = MAP.width / (MAP.east - MAP.west);
const HEAD = 52;
/** Stories from which a circle may be as large as they get. */
const LARGE = 15;

/** Plate carrée: at the equator a degree is as long in both directions. */
export const place = (lon: number, lat: number): [number, number] => [
  Math.round((lon - MAP.west) * SCALE * 10) / 10,
  Math.round((MAP.north - lat) * SCALE * 10) / 10,
];

const escape = (text: string): string =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export function mapSvg(points: readonly MapPoint[], { title, language, alone }: Options): string {
  const paint = (name: 'dot' | 'unread' | 'quiet'): string =>
    alone === undefined ? ` class="${name}"` : ` ${painted(name, alone.theme)}`;
  // A handful of stories is no large circle, even where there are no more.
  const most = Math.max(LARGE, ...points.map(({ stories }) => stories));
  const drawn = [...points].sort((a, b) => b.stories - a.stories);
  const body = drawn
    .map((point) => pointSvg(point, { most, paint, linked: alone === undefined, language }))
    .join('');
  const lower = alone === undefined ? 0 : HEAD;
  const behind =
    alone === undefined
      ? `<image href="${LAND_PATH}" width="${MAP.width}" height="${MAP.height}"/>`
      : heading(title, alone) +
        land(` ${painted('sea', alone.theme)}`, ` ${painted('land', alone.theme)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${-lower} ${MAP.width} ${MAP.height + lower}" role="${alone === undefined ? 'group' : 'img'}" aria-label="${escape(title)}"${alone === undefined ? '' : ` width="${MAP.width}" height="${MAP.height + lower}"`}>${behind}${body}</svg>`;
}

const land = (sea: string, home: string): string =>
  `<path${sea} d="${OUTLINES.others}"/><path${home} d="${OUTLINES.home}"/>`;

/** The land as a picture of its own, in the colours of the reader's system. */
export function landSvg(): string {
  const rules = (theme: Theme): string =>
    `.land{fill:${INK[theme].gap};stroke:${INK[theme].stripe};stroke-width:.6}.sea{fill:none;stroke:${INK[theme].line};stroke-width:.6}`;
  const style = `<style>${rules('light')}@media(prefers-color-scheme:dark){${rules('dark')}}</style>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MAP.width} ${MAP.height}" width="${MAP.width}" height="${MAP.height}">${style}${land(' class="sea"', ' class="land"')}</svg>`;
}

type Drawing = {
  most: number;
  paint: (name: 'dot' | 'unread' | 'quiet') => string;
  linked: boolean;
  language: Language;
};

function pointSvg(point: MapPoint, { most, paint, linked, language }: Drawing): string {
  const [x, y] = place(point.lon, point.lat);
  const said = `${escape(point.name)}: ${wordsOf(point, language)}`;
  if (point.stories === 0) {
    const shape =
      point.listed === 0
        ? `<circle${paint('unread')} cx="${x}" cy="${y}" r="1.6"/>`
        : `<path${paint('quiet')} d="M${x - 2} ${y - 2}l4 4m0-4l-4 4"/>`;
    return shape;
  }
  // Area, not radius, is in proportion.
  const r = Math.round((2 + 16 * Math.sqrt(point.stories / most)) * 10) / 10;
  const dot = `<circle${paint('dot')} cx="${x}" cy="${y}" r="${r}"/>`;
  return linked
    ? `<a href="${escape(point.link)}"><title>${said}</title>${dot}</a>`
    : `<g><title>${said}</title>${dot}</g>`;
}

function wordsOf({ stories, listed }: MapPoint, language: Language): string {
  if (stories > 0)
    return `${figure(stories, language)} ${sayReport('stories', language).toLowerCase()}`;
  return sayReport(listed === 0 ? 'unread' : 'quiet', language);
}

function painted(name: 'land' | 'sea' | 'dot' | 'unread' | 'quiet', theme: Theme): string {
  const ink = INK[theme];
  const blue = SERIES[theme][0];
  const looks = {
    land: `fill="${ink.gap}" stroke="${ink.stripe}" stroke-width="0.5"`,
    sea: `fill="none" stroke="${ink.line}" stroke-width="0.5"`,
    dot: `fill="${blue}" fill-opacity="0.6" stroke="${blue}"`,
    unread: `fill="none" stroke="${ink.stripe}" stroke-width="0.7"`,
    quiet: `fill="none" stroke="${ink.text}" stroke-width="0.8"`,
  };
  return looks[name];
}

function heading(title: string, { theme, subtitle }: { theme: Theme; subtitle: string }): string {
  const ink = INK[theme];
  const font = 'font-family="system-ui, DejaVu Sans, sans-serif"';
  return `<rect x="0" y="${-HEAD}" width="${MAP.width}" height="${MAP.height + HEAD}" fill="${ink.paper}"/><text x="12" y="-28" ${font} font-size="17" font-weight="bold" fill="${ink.strong}">${escape(title)}</text><text x="12" y="-10" ${font} font-size="11" fill="${ink.text}">${escape(subtitle)}</text>`;
}
