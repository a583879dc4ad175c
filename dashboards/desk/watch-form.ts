// The posted form of a watch → its rules, or what is wrong in the reader's language; and rules → the texts of the form.
import { createHash } from 'node:crypto';
import { type Watch, type WatchChannel, WatchRules, channelKey } from '../../schemas/watch.ts';
import type { Language } from '../web/words.ts';
import type { WatchDesk } from './ports.ts';
import { sayWatch } from './watch-words.ts';

/** What a form posted: a field once or several times. */
export type Posted = Record<string, unknown>;

export type ReadForm = {
  /** Null where something is wrong. */
  rules: WatchRules | null;
  /** What the form shows again. */
  shown: FormTexts;
  faults: string[];
};

/** Free texts as they were typed, so that a mistake can be put right instead of typed again. */
export type FormTexts = {
  rules: WatchRules;
  regions: string;
  channels: string;
};

export const textsOf = (rules: WatchRules, regionName: (code: string) => string): FormTexts => ({
  rules,
  regions: rules.regions.map(regionName).join('\n'),
  channels: rules.channels.map(channelText).join('\n'),
});

/** A channel as the form writes it. */
const channelText = (channel: WatchChannel): string =>
  channel.kind === 'telegram' ? channelKey(channel) : channelKey(channel).replace(/^\w+:/, '');

export const EMPTY: WatchRules = { ...WatchRules.parse({ name: '-' }), name: '' };

const one = (posted: Posted, name: string): string => {
  const value = posted[name];
  const text = Array.isArray(value) ? value.at(-1) : value;
  return typeof text === 'string' ? text.trim() : '';
};

const many = (posted: Posted, name: string): string[] =>
  [posted[name] ?? []].flat().filter((value) => typeof value === 'string');

const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `account`: whose watch it is. */
export function readForm(
  posted: Posted,
  account: string | null,
  desk: Pick<WatchDesk, 'check' | 'regionsCalled'> & { regionName: (code: string) => string },
  language: Language,
): ReadForm {
  const faults: string[] = [];
  const regions = lines(one(posted, 'wilayah')).flatMap((line): string[] => {
    const codes = desk.regionsCalled(line);
    if (codes.length === 1) return codes;
    const names =
      codes.length === 0 ? '' : ` ${codes.map((code) => desk.regionName(code)).join(', ')}`;
    const why = sayWatch(codes.length === 0 ? 'noRegion' : 'several', language);
    faults.push(`${sayWatch('regions', language)}: ${line} ${why}${names}`);
    return [];
  });
  const channels = lines(one(posted, 'saluran')).flatMap((line): object[] => {
    const channel = channelOf(line);
    if (channel !== null) return [channel];
    const why = sayWatch('noChannel', language);
    faults.push(`${sayWatch('channels', language)}: ${line} ${why}`);
    return [];
  });
  const value = { ...plainFields(posted), account, regions: [...new Set(regions)], channels };
  const checked = desk.check(value);
  if (!checked.ok) {
    for (const { path, message } of checked.error)
      faults.push(path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`);
  }
  const rules = checked.ok ? checked.value : showable(value);
  return {
    rules: checked.ok && faults.length === 0 ? checked.value : null,
    shown: { rules, regions: one(posted, 'wilayah'), channels: one(posted, 'saluran') },
    faults,
  };
}

function plainFields(posted: Posted): Record<string, unknown> {
  const number = (name: string): number | undefined =>
    one(posted, name) === '' ? undefined : Number(one(posted, name));
  const [from, to] = [one(posted, 'sunyi-dari'), one(posted, 'sunyi-sampai')];
  const text = (name: string): string | undefined => one(posted, name) || undefined;
  const percent = number('relevansi');
  return {
    name: one(posted, 'nama'),
    active: many(posted, 'aktif').length > 0,
    elections: many(posted, 'pemilihan'),
    stages: many(posted, 'tahapan'),
    kinds: many(posted, 'jenis'),
    violations: many(posted, 'pelanggaran'),
    actors: many(posted, 'pihak'),
    decisions: many(posted, 'penilaian'),
    events: many(posted, 'kabar'),
    offices: lines(one(posted, 'jabatan')),
    words: lines(one(posted, 'kata')),
    sources: lines(one(posted, 'sumber')),
    relevance: percent === undefined ? undefined : percent / 100,
    advertorials: many(posted, 'advertorial').length > 0,
    copies: many(posted, 'salinan').length > 0,
    freshDays: number('umur') ?? null,
    pace: text('kapan'),
    at: text('jam'),
    day: text('hari'),
    quiet: from === '' && to === '' ? null : { from, to },
    zone: text('zona'),
    cap: number('batas'),
    language: text('pesan'),
  };
}

/** An address of a person, of a program, or of a chat. */
function channelOf(line: string): object | null {
  if (/^https?:\/\//i.test(line)) return { kind: 'webhook', url: line };
  const chat = /^(?:telegram:\s*(\S+)|(@\w{5,32}|-\d{5,20}))$/i.exec(line);
  if (chat !== null) return { kind: 'telegram', chat: chat[1] ?? chat[2] ?? '' };
  return /^[^\s@]+@[^\s@]+$/.test(line) ? { kind: 'email', to: line } : null;
}

/** What can be shown of a form that is wrong: each field that is right, the others as at first. */
function showable(value: Record<string, unknown>): WatchRules {
  const fields = Object.entries(WatchRules.shape).flatMap(([key, shape]) => {
    const read = shape.safeParse(value[key]);
    return read.success ? [[key, read.data]] : [];
  });
  // Every key is one of the shape, with a value that its own schema gave.
  return { ...EMPTY, ...(Object.fromEntries(fields) as Partial<WatchRules>) };
}

/** Which rules were rehearsed, so that what is saved is what was seen. */
export const rulesHash = (watch: WatchRules | Watch): string =>
  createHash('sha256')
    .update(JSON.stringify(WatchRules.strip().parse(watch)))
    .digest('hex')
    .slice(0, 16);
