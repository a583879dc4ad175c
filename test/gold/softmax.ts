// Labelled features → the weights of a linear model over classes: multinomial logistic regression, fitted whole.
// Weights are drawn towards a prior instead of towards zero, so that a feature seen seldom keeps what it means.

export type Features = ReadonlyMap<string, number>;
/** `counts`: as how many samples it is taken; 1 if not said. */
export type Sample = { x: Features; y: number; counts?: number };

/** By feature ('bias' among them) one weight a class. */
export type Weights = Record<string, number[]>;

export type Plan = {
  classes: number;
  /** What a feature is taken to say for a class before anything is seen. */
  prior: (feature: string, label: number) => number;
  /** Strength of the pull towards the prior. */
  penalty: number;
  /** 0: every sample counts once; 1: every class counts the same. */
  balance: number;
  /** Features seen in fewer samples are left out … */
  seen: number;
  /** … but for these: what the prior says of them holds also unseen. */
  named: readonly string[];
};

const STEPS = 400;
const RATE = 0.05;
/** Adam (Kingma and Ba 2015): decay of the mean and of the square of the slope. */
const DECAY = { mean: 0.9, square: 0.999 };

export function fit(samples: readonly Sample[], plan: Plan): Weights {
  const names = featuresOf(samples, plan);
  const prior = names.map((name) => classesOf(plan, (label) => plan.prior(name, label)));
  const weights = prior.map((row) => [...row]);
  const means = names.map(() => classesOf(plan, () => 0));
  const squares = names.map(() => classesOf(plan, () => 0));
  const index = new Map(names.map((name, at) => [name, at]));
  const rows = samples.map(({ x, y, counts = 1 }) => ({ y, counts, x: indexed(x, index) }));
  const share = sharesOf(samples, plan);
  for (let step = 1; step <= STEPS; step++) {
    const slopes = weights.map((row, at) =>
      row.map((weight, label) =>
        at === 0 ? 0 : plan.penalty * (weight - (prior[at]?.[label] ?? 0)),
      ),
    );
    for (const { x, y, counts } of rows) {
      const chances = chancesOf(x, weights, plan.classes);
      for (let label = 0; label < plan.classes; label++) {
        const error = ((chances[label] ?? 0) - Number(label === y)) * counts * (share[y] ?? 0);
        for (const [at, value] of x) bump(slopes, at, label, error * value);
      }
    }
    slopes.forEach((row, at) =>
      row.forEach((slope, label) => {
        const mean = blend(means[at], label, slope, DECAY.mean) / (1 - DECAY.mean ** step);
        const square =
          blend(squares[at], label, slope ** 2, DECAY.square) / (1 - DECAY.square ** step);
        bump(weights, at, label, (-RATE * mean) / (Math.sqrt(square) + 1e-8));
      }),
    );
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? []]));
}

/** The class that the weights give the features. */
export function classify(weights: Weights, x: Features): number {
  const scores = [...(weights['bias'] ?? [])];
  for (const [name, value] of x) {
    weights[name]?.forEach((weight, label) => {
      scores[label] = (scores[label] ?? 0) + weight * value;
    });
  }
  return scores.indexOf(Math.max(...scores));
}

/** For each sample the class that weights give it which were fitted without its fold. */
export function crossValidate(
  samples: readonly Sample[],
  plan: Plan,
  foldOf: (at: number) => number | string,
): number[] {
  const given = samples.map(() => -1);
  for (const fold of new Set(samples.map((_, at) => foldOf(at)))) {
    const weights = fit(
      samples.filter((_, at) => foldOf(at) !== fold),
      plan,
    );
    samples.forEach(({ x }, at) => {
      if (foldOf(at) === fold) given[at] = classify(weights, x);
    });
  }
  return given;
}

function featuresOf(samples: readonly Sample[], { seen, named }: Plan): string[] {
  const counts = new Map<string, number>();
  for (const { x } of samples) {
    for (const name of x.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= seen).map(([name]) => name);
  return ['bias', ...new Set([...kept, ...named].toSorted())];
}

const classesOf = (plan: Plan, value: (label: number) => number): number[] =>
  Array.from({ length: plan.classes }, (_, label) => value(label));

function indexed(x: Features, index: ReadonlyMap<string, number>): [number, number][] {
  const found: [number, number][] = [[0, 1]];
  for (const [name, value] of x) {
    const at = index.get(name);
    if (at !== undefined) found.push([at, value]);
  }
  return found;
}

/** What one sample of a class counts; together they count 1. */
function sharesOf(samples: readonly Sample[], plan: Plan): number[] {
  const counts = classesOf(plan, () => 0);
  for (const sample of samples) counts[sample.y] = (counts[sample.y] ?? 0) + (sample.counts ?? 1);
  const raw = counts.map((count) => Math.max(1, count) ** -plan.balance);
  const total = raw.reduce((sum, weight, label) => sum + weight * (counts[label] ?? 0), 0);
  return raw.map((weight) => weight / total);
}

function chancesOf(x: [number, number][], weights: number[][], classes: number): number[] {
  const scores = Array.from({ length: classes }, (_, label) =>
    x.reduce((sum, [at, value]) => sum + (weights[at]?.[label] ?? 0) * value, 0),
  );
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function bump(rows: number[][], at: number, label: number, value: number): void {
  const row = rows[at];
  if (row !== undefined) row[label] = (row[label] ?? 0) + value;
}

function blend(row: number[] | undefined, label: number, value: number, decay: number): number {
  if (row === undefined) return 0;
  row[label] = decay * (row[label] ?? 0) + (1 - decay) * value;
  return row[label] ?? 0;
}
