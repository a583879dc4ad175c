// Names of speakers, as labelled and as tagged → whether they are the same person.

/** Ranks, degrees and forms of address that stand before a name; 'Andi' is left out, being a given name as often. */
const TITLES = new Set(
  (
    'h hj haji hajah drs dra dr ir prof kh kyai tgh tgkh tgk teungku ust ustadz pdt pastor rd rp ' +
    'akp akbp kompol kombes ipda iptu aiptu bripka brigjen irjen komjen pol letkol kolonel mayor kapten ' +
    'letda lettu letjen mayjen laksamana marsekal inf kav arm czi bapak ibu pak bu'
  ).split(' '),
);

/** 'Drs. H. Sutiaji, M.Si' → 'sutiaji': what stands before the first comma, without leading titles. */
export function plainName(name: string): string {
  const words = (name.split(',')[0] ?? '')
    .toLowerCase()
    .replaceAll(/[.’'`"“”]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const first = words.findIndex((word) => !TITLES.has(word));
  return (first === -1 ? words : words.slice(first)).join(' ');
}

/** Equal when one name contains the other, titles ignored (the measure of the gold set). */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  return a !== '' && b !== '' && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `));
}

/** How many of the wanted names are met, each tagged name used once. */
export function namesMet(wanted: readonly string[], got: readonly string[]): number {
  const free = [...got];
  return wanted.filter((name) => {
    const index = free.findIndex((other) => sameName(name, other));
    if (index !== -1) free.splice(index, 1);
    return index !== -1;
  }).length;
}
