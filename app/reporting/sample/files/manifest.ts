import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** One file of the folder and how it is brought in. */
export interface ManifestEntry {
  kind: string
  unit: string
  file: string
  rows: number
  sha256: string
  /** Sums as decimal text, by field. */
  totals: Record<string, string>
  /** Only where the headings do not say enough. */
  map?: Record<string, string | { value: string }>
}

/** What is brought in before what: nothing may name what is not there yet. */
export const LOADING_ORDER = [
  'parties',
  'sites-and-licences',
  'land-register',
  'charges',
  'receipts',
  'deposit-slips',
  'settlements',
  'bank-statement',
] as const

/** Entries in loading order, files of one kind by unit as they were written. */
export function inLoadingOrder(entries: readonly ManifestEntry[]): ManifestEntry[] {
  const order = new Map<string, number>(LOADING_ORDER.map((kind, index) => [kind, index]))
  return [...entries].sort((a, b) => order.get(a.kind)! - order.get(b.kind)!)
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
