// The map as a file of its own, and the numbers behind it.
import type { Chart, Theme } from './charts/chart.ts';
import { mapPoints } from './map.ts';
import { MAP, mapSvg } from './map-svg.ts';
import { type PageParts, namerOf, narrowedBy, shown } from './parts.ts';
import { sayReport } from './report-words.ts';

export type MapChart = {
  svg: string;
  width: number;
  numbers: Pick<Chart, 'title' | 'subtitle' | 'numbers'>;
};

export function mapChart(parts: PageParts, theme: Theme): MapChart {
  const { reports, regions, view } = parts;
  const { language } = view;
  const title = sayReport('mapTitle', language);
  const subtitle = [narrowedBy(view, namerOf(parts)), 'Pantau']
    .filter((text) => text !== '')
    .join(' · ');
  const say = (word: Parameters<typeof sayReport>[0]): string => sayReport(word, language);
  return {
    svg: mapSvg(mapPoints(parts), { title, language, alone: { theme, subtitle } }),
    width: MAP.width,
    numbers: {
      title,
      subtitle,
      numbers: {
        columns: [
          'kode',
          say('region'),
          say('stories'),
          say('texts'),
          say('articles'),
          say('outlets'),
          say('ownSources'),
          say('readOf'),
        ],
        rows: reports
          .regions(shown(view))
          .map((row) => [
            row.code,
            regions.name(row.code),
            row.stories,
            row.texts,
            row.articles,
            row.outlets,
            row.listed,
            row.reporting,
          ]),
      },
    },
  };
}
