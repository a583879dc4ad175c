// The address of a view ↔ its filter and language: a view is a link.
import { z } from 'zod';
import { RegionCode } from '../../schemas/region.ts';
import { Coverage, Decision, ElectionId } from '../../schemas/tag.ts';
import type { ArticleFilter } from '../ports.ts';
import type { Language } from './words.ts';

export type View = {
  filter: ArticleFilter;
  language: Language;
  /** Page of the list, from 1. */
  page: number;
  /** The tag whose reasons are shown on an article's page. */
  tag: string | null;
  /** Parameters that were not understood, as 'name=value'. */
  ignored: string[];
};

/** Address parameter → filter field, and how it is read. */
const FIELDS = {
  q: ['query', z.string().max(300)],
  wilayah: ['region', RegionCode],
  pemilihan: ['election', ElectionId],
  jenis: ['coverage', Coverage],
  penilaian: ['decision', z.union([Decision, z.literal('seen')])],
  sumber: ['site', z.string().max(80)],
  dari: ['from', z.iso.date()],
  sampai: ['to', z.iso.date()],
} as const;
type Parameter = keyof typeof FIELDS;

const isParameter = (name: string): name is Parameter => name in FIELDS;

/** Reads the parameters of an address; what is not understood is listed, never guessed. */
export function readView(parameters: URLSearchParams): View {
  const view: View = { filter: {}, language: 'id', page: 1, tag: null, ignored: [] };
  const values: Record<string, unknown> = {};
  for (const [name, value] of parameters) {
    if (value === '') continue;
    if (name === 'bahasa' && (value === 'id' || value === 'en')) view.language = value;
    else if (name === 'hal' && /^[1-9]\d{0,5}$/.test(value)) view.page = Number(value);
    else if (name === 'tanda') view.tag = value.slice(0, 200);
    else if (!isParameter(name)) view.ignored.push(`${name}=${value}`);
    else {
      const [field, shape] = FIELDS[name];
      const read = shape.safeParse(value.trim());
      if (read.success) values[field] = read.data;
      else view.ignored.push(`${name}=${value}`);
    }
  }
  view.filter = values;
  return view;
}

/** The address of a view: `change` replaces or, with null, drops parameters. */
export function linkTo(
  path: string,
  view: View,
  change: Partial<Record<Parameter | 'hal' | 'bahasa' | 'tanda', string | null>> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, [field]] of Object.entries(FIELDS)) {
    const value = view.filter[field];
    if (value !== undefined) parameters.set(name, value);
  }
  if (view.language !== 'id') parameters.set('bahasa', view.language);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) parameters.delete(name);
    else parameters.set(name, value);
  }
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** True where the view narrows anything. */
export const isFiltered = (view: View): boolean => Object.keys(view.filter).length > 0;
