// world-atlas → the outlines of Indonesia and its neighbours as paths, in the units of the dashboard's map.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { MAP, place } from '../dashboards/web/map-svg.ts';

/** ISO 3166-1 numeric codes in world-atlas. */
const INDONESIA = '360';
/** Malaysia, Brunei, Singapore, Timor-Leste, Papua New Guinea. */
const NEIGHBOURS = new Set(['458', '096', '702', '626', '598']);

type Ring = number[][];

/** The text of dashboards/web/indonesia.gen.json. */
export function outlines(): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology; // its shape is documented by world-atlas
  const countries = world.objects['countries'] as GeometryCollection;
  const all = feature(world, countries).features;
  /** `least`: how far apart points stand, in units. */
  const path = (wanted: (id: string) => boolean, least: number): string =>
    all
      .filter(({ id }) => wanted(String(id)))
      .flatMap(({ geometry }) => ringsOf(geometry))
      .map((ring) => pathOf(ring, least))
      .join('');
  const home = path((id) => id === INDONESIA, 1);
  const others = path((id) => NEIGHBOURS.has(id), 2);
  return `${JSON.stringify({ home, others })}\n`;
}

function ringsOf(geometry: { type: string; coordinates?: unknown }): Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]; // as GeoJSON defines it
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Ring[][]).flat();
  return [];
}

/** Rings wholly outside of the picture are left out. */
function pathOf(ring: Ring, least: number): string {
  const points = ring.map(([lon = 0, lat = 0]) => place(lon, lat));
  if (points.every(([x, y]) => x < 0 || x > MAP.width + 20 || y < 0 || y > MAP.height)) return '';
  let [lastX, lastY] = [Infinity, Infinity];
  const kept = points.filter(([x, y]) => {
    const near = Math.hypot(x - lastX, y - lastY) < least;
    if (!near) [lastX, lastY] = [x, y];
    return !near;
  });
  return kept.length < 3 ? '' : `M${pair(kept[0] ?? [0, 0])}l${steps(kept)}z`;
}

/** Each point as its way from the one before, in tenths, so that nothing is lost on the way. */
const steps = (points: [number, number][]): string =>
  points
    .slice(1)
    .map(([x, y], index) => {
      const [fromX, fromY] = points[index] ?? [0, 0];
      return pair([x - fromX, y - fromY]);
    })
    .join(' ')
    .replaceAll(' -', '-');

/** '0.4 -2' → '.4-2'. */
const pair = (numbers: [number, number]): string =>
  numbers
    .map((number) => String(Math.round(number * 10) / 10).replace(/^(-?)0\./, '$1.'))
    .join(' ')
    .replaceAll(' -', '-');
