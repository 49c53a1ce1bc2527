import { SAMPLE_ROWS, type RawRow, type TableSource } from '#core/readers/types'

/** The first rows that hold anything; reading stops there. */
export async function takeSample(table: Pick<TableSource, 'rows'>): Promise<RawRow[]> {
  const sample: RawRow[] = []
  let seen = 0
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (!row.blank && sample.length < SAMPLE_ROWS) sample.push(row)
    }
    seen += batch.length
    if (sample.length >= SAMPLE_ROWS || seen > 50_000) break
  }
  return sample
}
