// npm run regex: asks recheck how the time of each regular expression of ours grows, and what input makes it grow so;
// writes verdicts.gen.json. Takes two minutes; run after a pattern was added or changed.
import { writeFileSync } from 'node:fs';
import { check } from 'recheck';
import { type Literal, regexLiterals } from './literals.ts';
import { type Verdict, VERDICTS, knownVerdicts } from './verdicts.ts';

/** Milliseconds for one pattern; what is not decided by then is 'unknown'. */
const TIMEOUT = 15_000;

async function judge({ pattern, flags, file }: Literal): Promise<Verdict> {
  // recheck knows neither of these flags; they change no matching.
  const result = await check(pattern, flags.replaceAll(/[dv]/g, ''), { timeout: TIMEOUT });
  if (result.status !== 'vulnerable') return { pattern, flags, file, growth: result.status };
  const { attack, complexity } = result;
  return {
    pattern,
    flags,
    file,
    growth: complexity.summary.replace(' (fuzz)', ''),
    attack: {
      pumps: attack.pumps.map(({ prefix, pump }) => ({ prefix, pump })),
      suffix: attack.suffix,
    },
  };
}

const known = knownVerdicts();
const verdicts: Verdict[] = [];
for (const literal of regexLiterals()) {
  const before = known.get(`/${literal.pattern}/${literal.flags}`);
  verdicts.push(before === undefined ? await judge(literal) : { ...before, file: literal.file });
}
writeFileSync(VERDICTS, `${JSON.stringify(verdicts, null, 1)}\n`);
for (const { growth, file, pattern } of verdicts) {
  if (growth !== 'safe') process.stdout.write(`${growth}  ${file}  /${pattern}/\n`);
}
