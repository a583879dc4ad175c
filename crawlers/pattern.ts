// A regular expression of a site's entry → why it must not be used, or null: its time on a hostile address is bounded.

/** With two open-ended repeats, none inside another, 500 characters cost 9 ms at worst; with three, 500 ms. */
const MAX_REPEATS = 2;
const MAX_LENGTH = 300;

type Group = { repeats: boolean; choices: boolean };

/** The characters of a class '[…]' and of an escape are one unit each; yields units and the repeats behind them. */
const UNIT =
  /\\(?:[1-9]|k<)|\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?:|\(\?<\w+>|\(|\)|\||\{\d+(?:,\d*)?\}|[*+?]|./gsu;

const isOpenEnded = (unit: string): boolean =>
  unit === '*' || unit === '+' || /^\{\d+,\}$/.test(unit);

function compileFault(pattern: string): string | null {
  try {
    return RegExp(pattern) && null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Why this pattern is refused: it does not compile, it is long, it looks back (references, look-arounds), or its
 * time could grow faster than with the cube of the address (a repeat or a choice inside an open-ended repeat).
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > MAX_LENGTH) return `longer than ${MAX_LENGTH} characters`;
  const compiled = compileFault(pattern);
  if (compiled !== null) return compiled;
  const open: Group[] = [];
  let closed: Group | null = null;
  let repeats = 0;
  for (const [unit] of pattern.matchAll(UNIT)) {
    if (/^\\(?:[1-9]|k<)/.test(unit)) return 'refers back to a group';
    if (/^\(\?<?[=!]/.test(unit)) return 'looks around';
    const group = open.at(-1);
    if (isOpenEnded(unit)) {
      repeats += 1;
      if (closed?.repeats || closed?.choices)
        return 'repeats a group that repeats or chooses inside';
      if (group) group.repeats = true;
    }
    if (unit === '|' && group) group.choices = true;
    closed = unit === ')' ? (open.pop() ?? null) : null;
    const outer = open.at(-1);
    if (closed && outer) outer.repeats ||= closed.repeats;
    if (unit.startsWith('(')) open.push({ repeats: false, choices: false });
  }
  return repeats > MAX_REPEATS ? `more than ${MAX_REPEATS} open-ended repeats` : null;
}
