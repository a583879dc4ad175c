// What a page fixture is: an article of ours, dressed as one make of site prints it, and the reading that it must give.
import articles from './articles.json' with { type: 'json' };

export type FixtureArticle = {
  id: string;
  title: string;
  /** The text, a paragraph each; adapted from our own gold texts. */
  paragraphs: string[];
  /** Initials that the outlet prints after the last paragraph. */
  credit: string | null;
  /** Filled in by the list below, not from the file. */
  author: string;
  editor: string;
  /** Local clock time of publication, ISO 8601 with offset. */
  published: string;
  section: string;
  tags: string[];
};

/** A built page: its address, its markup and what a person reads on it. */
export type Fixture = {
  make: string;
  url: string;
  html: string;
  expected: {
    title: string;
    text: string;
    authors: string[];
    published: string;
    credit?: string | null;
    editor?: string | null;
    advertorial?: boolean;
    partUrls?: string[];
    section?: string;
  };
};

export type Make = {
  name: string;
  /** Preset of schemas/site.ts that reads this make; null where only the judge can. */
  preset:
    | 'wordpress'
    | 'blogger'
    | 'promedia'
    | 'disway'
    | 'tribun'
    | 'antara'
    | 'rmol'
    | 'generic'
    | null;
  build: (article: FixtureArticle, variant: number) => Fixture;
};

const AUTHORS = [
  'Rahmat Hidayat',
  'Siti Nurhaliza Putri',
  'Yohanes Bria',
  'Dewi Anggraini',
  'Muhammad Iqbal',
  'Ni Luh Ayu Sari',
  'Markus Tabuni',
  'Fitriani',
  'Agus Salim Lubis',
];
const EDITORS = ['Hendra Wijaya', 'Lestari Ningsih', 'Bambang Supriyanto'];
const SECTIONS = ['Politik', 'Daerah', 'Pilkada', 'Pemerintahan'];

/** The articles with the details that a page prints around them; days run from 2018 to 2025. */
export const ARTICLES: FixtureArticle[] = articles.map((article, at) => ({
  ...article,
  author: AUTHORS[at % AUTHORS.length] ?? '',
  editor: EDITORS[at % EDITORS.length] ?? '',
  section: SECTIONS[at % SECTIONS.length] ?? '',
  tags: ['netralitas ASN', 'Bawaslu', at % 2 === 0 ? 'Pilkada 2024' : 'Pemilu 2024'],
  published: dayOf(at),
}));

function dayOf(at: number): string {
  const day = new Date(Date.UTC(2018, 1 + at * 2, 3 + ((at * 7) % 24)));
  const clock = `${String(7 + (at % 12)).padStart(2, '0')}:${String((at * 13) % 60).padStart(2, '0')}`;
  return `${day.toISOString().slice(0, 10)}T${clock}:00+07:00`;
}

export const textOf = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** '2024-11-05T10:23:00+07:00' → its printed parts. */
export function printed(iso: string): {
  weekday: string;
  day: number;
  month: string;
  year: string;
  clock: string;
  numeric: string;
} {
  const [date = '', time = ''] = iso.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return {
    weekday,
    day: Number(day),
    month: MONTHS[Number(month) - 1] ?? '',
    year,
    clock: time.slice(0, 5),
    numeric: `${day}/${month}/${year}`,
  };
}

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 90);

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
