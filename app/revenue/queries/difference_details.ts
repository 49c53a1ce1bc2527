import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import type { Month } from '#core/fiscal'

const PAGE = 5000

/** One open difference as `--details` writes it. */
export interface DifferenceDetail {
  code: string
  unit: string
  month: string
  subject: { type: string; key: string }
  amount: string
}

/** The open differences of a unit, with everything below it, by month, code, unit and key. */
export async function* differenceDetails(
  unitId: number,
  months: readonly Month[]
): AsyncGenerator<DifferenceDetail> {
  for (const month of months) {
    for (let offset = 0; ; offset += PAGE) {
      const [rows] = await db.rawQuery(
        `SELECT d.code, u.code AS unit, d.subject_type, d.subject_key, d.amount
         FROM unit_closure c JOIN differences d ON d.unit_id = c.descendant_id JOIN units u ON u.id = d.unit_id
         WHERE c.ancestor_id = ? AND d.month = ? AND d.state <> 'cleared'
         ORDER BY d.code, u.code, d.subject_type, d.subject_key LIMIT ? OFFSET ?`,
        [unitId, month.first, PAGE, offset] as string[]
      )
      for (const row of rows as Record<string, string>[]) {
        yield {
          code: row.code!,
          unit: row.unit!,
          month: String(month),
          subject: { type: row.subject_type!, key: row.subject_key! },
          amount: row.amount!,
        }
      }
      if (rows.length < PAGE) break
    }
  }
}

/** Writes them to a file, one JSON object a line. */
export async function writeDetails(
  path: string,
  unitId: number,
  months: readonly Month[]
): Promise<void> {
  const file = createWriteStream(path)
  for await (const detail of differenceDetails(unitId, months)) {
    if (!file.write(`${JSON.stringify(detail)}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}
