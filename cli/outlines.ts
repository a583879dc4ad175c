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
  const path = (wanted: (id: string) => boolean): string =>
    all
      .filter(({ id }) => wanted(String(id)))
      .flatMap(({ geometry }) => ringsOf(geometry))
      .map(pathOf)
      .join('');
  return `${JSON.stringify({ home: path((id) => id === INDONESIA), others: path((id) => NEIGHBOURS.has(id)) })}\n`;
}

function ringsOf(geometry: { type: string; coordinates?: unknown }): Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]; // as GeoJSON defines it
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Ring[][]).flat();
  return [];
}

/** Points nearer than a unit to the one before are left out; so are rings wholly outside of the picture. */
function pathOf(ring: Ring): string {
  const points = ring.map(([lon = 0, lat = 0]) => place(lon, lat));
  if (points.every(([x, y]) => x < 0 || x > MAP.width + 20 || y < 0 || y > MAP.height)) return '';
  let [lastX, lastY] = [Infinity, Infinity];
  const kept = points.filter(([x, y]) => {
    const near = Math.hypot(x - lastX, y - lastY) < 0.9;
    if (!near) [lastX, lastY] = [x, y];
    return !near;
  });
  return kept.length < 3 ? '' : `M${kept.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}
