import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Truth } from '#reporting/sample/truth'

/** Writes `truth.json`: figures first, then one difference a line, so that a million is no burden. */
export async function writeTruth(
  path: string,
  { seed, units, truth }: { seed: number; units: readonly string[]; truth: Truth }
): Promise<void> {
  const stream = createWriteStream(path)
  const head = { seed, months: truth.months, units, counts: truth.counts(), inputs: truth.inputs() }
  stream.write(`${JSON.stringify(head).slice(0, -1)},\n"differences": [`)
  let first = true
  for (const { code, unit, month, type, key, amount } of truth.sorted()) {
    const line = { code, unit, month: truth.months[month], subject: { type, key }, amount }
    const text = `${first ? '' : ','}\n${JSON.stringify(line)}`
    first = false
    if (!stream.write(text)) await once(stream, 'drain')
  }
  stream.end('\n]}\n')
  await finished(stream)
}
