/** One sample of a measurement: what it took, and the most memory its process held. */
export interface Sample {
  seconds: number
  /** Units of work per second, where the benchmark counts throughput. */
  perSecond?: number
  peakRssMb?: number
}

export interface Spread {
  median: number
  /** (max − min) / median: above 0.1 the machine was not quiet. */
  spread: number
}

/** The same shape for every benchmark. */
export interface BenchResult {
  name: string
  rows: number
  floor: Spread
  ours: Spread
  /** ours / floor in seconds; for throughput floor / ours stands under `throughputRatio`. */
  ratio: number
  peakRssMb: number
  [more: string]: unknown
}

export interface BenchOptions {
  rows: number[]
  repeats: number
  /** Take the facts that stand from an earlier run of the same size instead of filling them anew. */
  keep: boolean
  /** Progress for the person at the terminal; never on standard output. */
  say: (text: string) => void
}

export interface Benchmark {
  name: string
  about: string
  rows: number[]
  repeats: number
  run(options: BenchOptions): Promise<BenchResult[]>
}

export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return {
    median: round(median),
    spread: round(median ? (sorted.at(-1)! - sorted[0]!) / median : 0),
  }
}

export const round = (value: number, digits = 3) => Number(value.toFixed(digits))

/** Runs floor and ours in turn, so that a slow minute of the machine falls on both. */
export async function interleave(
  repeats: number,
  floor: () => Promise<Sample>,
  ours: () => Promise<Sample>,
  say: (text: string) => void
): Promise<{ floor: Sample[]; ours: Sample[] }> {
  const samples = { floor: [] as Sample[], ours: [] as Sample[] }
  for (let turn = 1; turn <= repeats; turn++) {
    samples.floor.push(await floor())
    samples.ours.push(await ours())
    say(
      `  ${turn}/${repeats}: floor ${round(samples.floor.at(-1)!.seconds)} s, ours ${round(samples.ours.at(-1)!.seconds)} s`
    )
  }
  return samples
}
