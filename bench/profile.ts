// node bench/profile.ts FILE.cpuprofile [LINES] → where the time went, by part of the house and package, and by function.
// npm run bench -- whole --runs 1 --profile DIR   writes such a file for each process of ours.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

type Frame = { functionName: string; url: string; lineNumber: number };
type Node = { id: number; callFrame: Frame; children?: number[] };
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

const ROOT = join(import.meta.dirname, '..');
const [file = '', lines = '25'] = process.argv.slice(2);
const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile; // the format of V8

const byId = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(
  profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
);

/** 'pipeline/extract', 'htmlparser2', 'node:zlib'; null for a frame of V8 or without a file (regular expressions). */
function partOf({ url }: Frame): string | null {
  if (url === '') return null;
  if (!url.startsWith('file:')) return url;
  const path = relative(ROOT, fileURLToPath(url)).replaceAll('\\', '/');
  const packaged = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  return packaged?.[1] ?? path.split('/').slice(0, -1).slice(0, 3).join('/');
}

/** The frames of ours above a sample, each once. */
function ourFrames(id: number): Set<string> {
  const names = new Set<string>();
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const frame = byId.get(at)?.callFrame;
    if (frame !== undefined && frame.url.startsWith('file:') && !frame.url.includes('node_modules'))
      names.add(nameOf(frame));
  }
  return names;
}

/** The nearest caller that is ours or a package's: what V8 and Node did for it is its time. */
function ownerOf(id: number, wanted: (part: string) => boolean): string {
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const frame = byId.get(at)?.callFrame;
    const part = frame === undefined ? null : partOf(frame);
    if (part !== null && wanted(part)) return part;
  }
  return byId.get(id)?.callFrame.functionName ?? '';
}

const nameOf = (frame: Frame): string =>
  `${frame.functionName || '(anonymous)'} ${partOf(frame) ?? ''}${frame.url.startsWith('file:') ? `/${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}` : ''}`;

const tallies = {
  part: new Map<string, number>(),
  self: new Map<string, number>(),
  whole: new Map<string, number>(),
};
const add = (tally: Map<string, number>, key: string, time: number): void => {
  tally.set(key, (tally.get(key) ?? 0) + time);
};

const TITLES: Record<string, string> = {
  part: 'by part of the house or package, with what Node and V8 did for it',
  self: 'by function, itself',
  whole: 'by function of ours, with all that it called',
};

let busy = 0;
for (const [index, id] of profile.samples.entries()) {
  const node = byId.get(id);
  const time = (profile.timeDeltas[index] ?? 0) / 1e6;
  if (node === undefined || node.callFrame.functionName === '(idle)') continue;
  busy += time;
  add(
    tallies.part,
    ownerOf(id, (part) => !part.startsWith('node:')),
    time,
  );
  add(tallies.self, nameOf(node.callFrame), time);
  for (const name of ourFrames(id)) add(tallies.whole, name, time);
}

console.log(`busy ${busy.toFixed(2)} s`);
for (const [title, tally] of Object.entries(tallies)) {
  console.log(`\n${TITLES[title] ?? title}`);
  const rows = [...tally].sort(([, a], [, b]) => b - a).slice(0, Number(lines));
  for (const [name, time] of rows)
    console.log(
      `${time.toFixed(2).padStart(7)} s ${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`,
    );
}
