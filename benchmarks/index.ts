import type { Benchmark } from './harness.js'
import budget from './budget/index.js'
import { documents, sheets } from './outputs/index.js'
import ledger from './ledger/index.js'
import pages from './pages/index.js'
import reconcile from './reconcile/index.js'
import registry from './registry/index.js'
import { importPolygons } from './registry/import_polygons.js'

/** Every measurement of the house, in the order they run. */
export const benchmarks: Benchmark[] = [
  reconcile,
  pages,
  registry,
  importPolygons,
  ledger,
  budget,
  sheets,
  documents,
]
