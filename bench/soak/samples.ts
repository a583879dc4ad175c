// A running process and its archive → memory, open files and sizes over time, and their chart.
import { readdirSync, statSync } from 'node:fs';
import { init, use } from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { residentMb } from '../resident.ts';

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export type SoakSample = {
  /** Since the start. */
  seconds: number;
  /** Resident memory of the process that runs; null between two. */
  memoryMb: number | null;
  handles: number | null;
  archiveMb: number;
  /** Requests for articles that the press has seen. */
  requests: number;
};

/** Linux only: memory and handles are read from /proc. */
export function sampleOf(
  pid: number | undefined,
  file: string,
  more: Pick<SoakSample, 'seconds' | 'requests'>,
): SoakSample {
  return {
    ...more,
    memoryMb: pid === undefined ? null : residentMb(pid),
    handles: pid === undefined ? null : handlesOf(pid),
    archiveMb:
      ['', '-wal'].reduce(
        (sum, end) => sum + (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0),
        0,
      ) / 1e6,
  };
}

function handlesOf(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

const PANELS = [
  ['memoryMb', 'memory, MB'],
  ['handles', 'open files'],
  ['archiveMb', 'archive, MB'],
  ['requests', 'articles asked for'],
] as const;

/** An SVG with a panel for each measure; a gap is a moment at which no process ran. */
export function chartOf(samples: readonly SoakSample[]): string {
  const [width, height] = [900, 150];
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height: height * PANELS.length + 20,
  });
  chart.setOption({
    animation: false,
    title: PANELS.map(([, text], panel) => ({
      text,
      left: 8,
      top: panel * height,
      textStyle: { fontSize: 12 },
    })),
    grid: PANELS.map((_, panel) => ({ left: 70, right: 20, top: panel * height + 28, height: 84 })),
    xAxis: PANELS.map((_, gridIndex) => ({
      type: 'value',
      gridIndex,
      axisLabel: { formatter: '{value} s' },
    })),
    yAxis: PANELS.map((_, gridIndex) => ({ type: 'value', gridIndex, splitNumber: 3 })),
    series: PANELS.map(([key], panel) => ({
      type: 'line',
      xAxisIndex: panel,
      yAxisIndex: panel,
      showSymbol: false,
      data: samples.map((sample) => [sample.seconds, sample[key]]),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
