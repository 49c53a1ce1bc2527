import type { Benchmark } from './harness.js'
import reconcile from './reconcile/index.js'

/** Every measurement of the house, in the order they run. */
export const benchmarks: Benchmark[] = [reconcile]
