import type { Trx } from '#core/within'

/** What each kind of import brings in: its table, and the kind of its dispositions or of a difference. */
const BROUGHT: Readonly<Record<string, readonly [string, string][]>> = {
  'charges': [['charges', 'charge']],
  'receipts': [['receipts', 'receipt']],
  'deposit-slips': [['deposit_slips', 'slip']],
  'settlements': [['settlements', 'settlement']],
  'bank-statement': [['bank_lines', 'bank_line']],
  'sites-and-licences': [
    ['assets', 'asset'],
    ['rights', 'right'],
  ],
}

/**
 * Notes the judged months that rest on rows of an import, made or corrected by it, before they are taken
 * back: until the next run their figures are those from before the undo.
 */
export async function noteOutdated(
  { importId, kind }: { importId: number; kind: string },
  trx: Trx
): Promise<void> {
  for (const [table, fact] of BROUGHT[kind] ?? []) {
    await trx.rawQuery(
      `INSERT INTO outdated_months (unit_id, month, import_id)
       SELECT judged.unit_id, judged.month, :importId FROM (
         SELECT id FROM ${table} WHERE import_id = :importId
         UNION SELECT record_id FROM import_changes WHERE import_id = :importId AND table_name = :table
       ) brought
       JOIN (
         SELECT unit_id, month, kind AS fact, fact_id FROM dispositions
         UNION ALL
         SELECT unit_id, month, subject_type, subject_id FROM differences WHERE state <> 'cleared'
       ) judged ON judged.fact = :fact AND judged.fact_id = brought.id
       GROUP BY judged.unit_id, judged.month
       ON DUPLICATE KEY UPDATE import_id = VALUES(import_id), since = NOW(6)`,
      { importId, table, fact } as unknown as string[]
    )
  }
}

export interface OutdatedMonth {
  unitId: number
  /** The moment as the database wrote it: another undo moves it. */
  since: string
}

/** What is noted of a month below a unit, as the transaction sees it. */
export async function outdatedBelow(
  trx: Trx,
  { unitId, month }: { unitId: number; month: string }
): Promise<OutdatedMonth[]> {
  const [rows] = await trx.rawQuery(
    `SELECT o.unit_id AS unitId, CAST(o.since AS CHAR) AS since FROM outdated_months o
     JOIN unit_closure c ON c.ancestor_id = ? AND c.descendant_id = o.unit_id WHERE o.month = ?`,
    [unitId, month]
  )
  return rows as OutdatedMonth[]
}

/** The run saw these; an undo that came while it judged stays noted. */
export async function forgetOutdated(
  trx: Trx,
  month: string,
  seen: readonly OutdatedMonth[]
): Promise<void> {
  for (const { unitId, since } of seen) {
    await trx.rawQuery(
      'DELETE FROM outdated_months WHERE unit_id = ? AND month = ? AND since = ?',
      [unitId, month, since]
    )
  }
}
