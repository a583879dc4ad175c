// The address of a view ↔ its filter and language: a view is a link.
import { z } from 'zod';
import { type ArticleFilter, valuesOf } from '../../schemas/filter.ts';
import { Institution } from '../../schemas/institution.ts';
import { RegionCode } from '../../schemas/region.ts';
import {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../../schemas/tag.ts';
import type { Language } from './words.ts';

export type View = {
  filter: ArticleFilter;
  language: Language;
  /** Page of the list, from 1. */
  page: number;
  /** The tag whose reasons are shown on an article's page. */
  tag: string | null;
  /** Parameters of one page alone, such as its scale; that page checks their values. */
  own: Record<string, string>;
  /** Parameters that were not understood, as 'name=value'. */
  ignored: string[];
};

/** Parameters that an address may repeat: one of the values is enough. → filter field, shape of a value. */
export const LISTS = {
  wilayah: ['region', RegionCode],
  pemilihan: ['election', ElectionId],
  tahapan: ['stage', ElectionStage],
  jenis: ['coverage', Coverage],
  pelanggaran: ['violation', Violation],
  pihak: ['actor', Actor],
  lembaga: ['institution', Institution],
  sumber: ['site', z.string().max(80)],
} as const;

const SINGLES = {
  q: ['query', z.string().max(300)],
  penilaian: ['decision', z.union([Decision, z.literal('seen')])],
  dari: ['from', z.iso.date()],
  sampai: ['to', z.iso.date()],
} as const;

/** Parameters of one page, with the values that they may have. */
const OWN = {
  /** Advertorials: only they, or with the others; without it none. */
  berbayar: z.enum(['ya', 'semua']),
  skala: z.enum(['hari', 'minggu', 'bulan']),
  nilai: z.enum(['jumlah', 'bagian']),
  panel: z.enum(['sama']),
  menurut: z.enum(['wilayah', 'pemilihan']),
  banding: z.string().regex(/^[\w.,-]{1,200}$/),
  versi: z.string().regex(/^\d{1,6}$/),
  tahun: z.string().regex(/^\d{4}$/),
  lanjut: z.string().max(2000),
  pesan: z.enum(['done']),
  /** What the reader of an alert finds wrong. */
  usul: z.enum(['bukan', 'wilayah', 'jenis']),
  siapa: z.string().max(80),
  tindakan: z.string().max(40),
  sebelum: z.string().regex(/^\d{1,15}$/),
} as const;

export type ListParameter = keyof typeof LISTS;
type SingleParameter = keyof typeof SINGLES;
export type OwnParameter = keyof typeof OWN;
export type Parameter = ListParameter | SingleParameter | OwnParameter | 'hal' | 'bahasa' | 'tanda';

/** Every parameter that an address of a page may have. */
export const PARAMETERS: readonly Parameter[] = [
  ...keysOf(LISTS),
  ...keysOf(SINGLES),
  ...keysOf(OWN),
  'hal',
  'bahasa',
  'tanda',
];

function keysOf<Name extends string>(of: Record<Name, unknown>): Name[] {
  return Object.keys(of) as Name[]; // the tables are written above, whole
}

const isList = (name: string): name is ListParameter => Object.hasOwn(LISTS, name);
const isSingle = (name: string): name is SingleParameter => Object.hasOwn(SINGLES, name);
const isOwn = (name: string): name is OwnParameter => Object.hasOwn(OWN, name);

/** Reads the parameters of an address; what is not understood is listed, never guessed. */
export function readView(parameters: URLSearchParams): View {
  const view: View = { filter: {}, language: 'id', page: 1, tag: null, own: {}, ignored: [] };
  const values: Record<string, unknown> = {};
  for (const [name, value] of parameters) {
    if (value === '') continue;
    if (name === 'bahasa' && (value === 'id' || value === 'en')) view.language = value;
    else if (name === 'hal' && /^[1-9]\d{0,5}$/.test(value)) view.page = Number(value);
    else if (name === 'tanda') view.tag = value.slice(0, 200);
    else if (!take(view, values, name, value.trim())) view.ignored.push(`${name}=${value}`);
  }
  view.filter = values;
  return view;
}

/** True where the parameter was understood and noted. */
function take(view: View, values: Record<string, unknown>, name: string, value: string): boolean {
  if (isOwn(name)) {
    const read = OWN[name].safeParse(value);
    if (read.success) view.own[name] = read.data;
    return read.success;
  }
  if (isSingle(name)) {
    const [field, shape] = SINGLES[name];
    const read = shape.safeParse(value);
    if (read.success) values[field] = read.data;
    return read.success;
  }
  if (!isList(name)) return false;
  const [field, shape] = LISTS[name];
  const read = shape.safeParse(value);
  if (!read.success) return false;
  const known = values[field];
  // One value stands alone, so that an address and its view are each other's only form.
  if (known === undefined) values[field] = read.data;
  else if (Array.isArray(known)) {
    if (!known.includes(read.data) && known.length < 100) known.push(read.data);
  } else if (known !== read.data) values[field] = [known, read.data];
  return true;
}

export type Change = Partial<Record<Parameter, string | readonly string[] | null>>;

/** The address of a view: `change` replaces or, with null, drops parameters. The page of a list is not kept. */
export function linkTo(path: string, view: View, change: Change = {}): string {
  const parameters = parametersOf(view);
  for (const [name, value] of Object.entries(change)) {
    parameters.delete(name);
    for (const each of typeof value === 'string' ? [value] : (value ?? []))
      parameters.append(name, each);
  }
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The filter, the page's own parameters and the language as address parameters. */
export function parametersOf(view: View): URLSearchParams {
  const parameters = new URLSearchParams();
  const { filter } = view;
  for (const [name, [field]] of Object.entries(LISTS))
    for (const value of valuesOf(filter, field) ?? []) parameters.append(name, value);
  for (const [name, [field]] of Object.entries(SINGLES)) {
    const value = filter[field];
    if (value !== undefined) parameters.set(name, value);
  }
  for (const [name, value] of Object.entries(view.own)) parameters.set(name, value);
  if (view.language !== 'id') parameters.set('bahasa', view.language);
  return parameters;
}

/** The same view without what it is narrowed by, for links to pages that do not narrow. */
export const unfiltered = (view: View): View => ({ ...view, filter: {}, own: {} });

/** The same filter for another page: what only this page has is left behind. */
export function narrowed(view: View): View {
  const { berbayar } = view.own;
  return { ...view, own: berbayar === undefined ? {} : { berbayar } };
}
