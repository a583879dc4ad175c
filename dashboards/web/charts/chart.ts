// What a chart is, whatever it shows: a picture with a title that says what is seen, and the numbers behind it.

export type Theme = 'light' | 'dark';

export type Size = { width: number; height: number };

/** As wide as a chart on a page is, and as a phone. */
export const WIDE = 960;
export const NARROW = 400;

export type Chart = {
  /** Part of the name of a downloaded file. */
  name: string;
  title: string;
  /** What a person needs to know to read it: filter, sources, time. */
  subtitle: string;
  size: Size;
  /** On a phone, where shrinking the wide one would make its letters too small to read; null: it is scrolled there. */
  narrow: Size | null;
  /** What is drawn, as ECharts takes it; colours by theme, everything `top` units lower, in this width. */
  option: (theme: Theme, top: number, width: number) => Record<string, unknown>;
  numbers: { columns: string[]; rows: (string | number | null)[][] };
};

/** Okabe and Ito's palette: told apart by readers with any kind of colour vision; lighter on dark. */
export const SERIES = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#5c5c5c', '#e69f00'],
  dark: ['#56b4e9', '#ff9a52', '#3fcf9f', '#e6a5cb', '#e3c94b', '#9ad4f5', '#b5b5b5', '#ffc35c'],
} as const;

export const INK = {
  light: {
    paper: '#ffffff',
    text: '#3d4750',
    strong: '#1c2329',
    line: '#d9dee3',
    gap: '#e9e6df',
    stripe: '#b9b4a8',
    articles: '#b9d4e6',
    texts: '#5ba0cc',
    stories: '#005f95',
    paid: '#d55e00',
    band: ['#f1efe8', '#e6eef2', '#f4e6d4', '#f0d9d9', '#f3f3f1'],
  },
  dark: {
    paper: '#1b2227',
    text: '#b3bec8',
    strong: '#e6eaed',
    line: '#36414c',
    gap: '#2b3238',
    stripe: '#59636b',
    articles: '#2c4d63',
    texts: '#3f84b0',
    stories: '#8fd0f7',
    paid: '#ff9a52',
    band: ['#222a2f', '#1d2f38', '#332b1c', '#382224', '#20272b'],
  },
} as const;
