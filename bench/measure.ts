/** Time of one call in microseconds: the best and the middle of many samples. */
export interface Timing {
  readonly min: number;
  readonly median: number;
}

export interface Effort {
  readonly samples: number;
  readonly warmUpMs: number;
  /** Long enough that the clock's own grain does not matter. */
  readonly sampleMs: number;
}
const THOROUGH: Effort = { samples: 60, warmUpMs: 400, sampleMs: 4 };

/** Times several things by turns, so that a busy moment of the machine hurts all of them alike. */
export function measure<K extends string>(
  tasks: Readonly<Record<K, () => unknown>>,
  effort: Effort = THOROUGH,
): Record<K, Timing> {
  const runs = (Object.entries(tasks) as [K, () => unknown][]).map(([name, task]) => ({
    name,
    task,
    calls: warm(task, effort),
    samples: [] as number[],
  }));
  for (let round = 0; round < effort.samples; round += 1)
    for (const { task, calls, samples } of runs) samples.push(sample(task, calls));
  return Object.fromEntries(runs.map(({ name, samples }) => [name, timing(samples)])) as Record<K, Timing>;
}

/** Runs a task until it is compiled; answers how many calls make one sample. */
function warm(task: () => unknown, { warmUpMs, sampleMs }: Effort): number {
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < warmUpMs) {
    task();
    calls += 1;
  }
  return Math.max(1, Math.round((calls * sampleMs) / warmUpMs));
}

function sample(task: () => unknown, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i += 1) task();
  return ((performance.now() - start) * 1000) / calls;
}

function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
}
