import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { foldFacts, type Facts } from '#registry/register/facts'

/** What is asked of the log: true on a day, as known at a moment. */
export interface AsOf {
  /** Day in the world; all days when left out. */
  on?: Day
  /** Moment of knowledge; now when left out. */
  known?: Date
}

export interface LoggedChange {
  id: number
  asset_id: number
  valid_from: Day
  recorded_at: Date
  recorded_by: number | null
  transaction_id: number | null
  import_id: number | null
  reason: string | null
  facts: Facts
}

/** The changes of an asset in the order in which they are folded: by day, then as recorded. */
export async function readChanges(
  assetId: number,
  { on, known }: AsOf = {},
  trx?: Trx
): Promise<LoggedChange[]> {
  const bindings: (number | string)[] = [assetId]
  let where = 'asset_id = ?'
  if (on !== undefined) {
    where += ' AND valid_from <= ?'
    bindings.push(on)
  }
  if (known !== undefined) {
    where += ' AND recorded_at <= ?'
    bindings.push(momentText(known))
  }
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT id, asset_id, valid_from, recorded_at, recorded_by, transaction_id, import_id, reason, facts
     FROM asset_changes WHERE ${where} ORDER BY valid_from, id`,
    bindings
  )
  return (rows as (Omit<LoggedChange, 'facts'> & { facts: unknown })[]).map((row) => ({
    ...row,
    id: Number(row.id),
    facts: parsedFacts(row.facts),
  }))
}

/** All facts of an asset as they stand, whatever their day; empty when it has no history. */
export async function standingFacts(assetId: number, trx: Trx): Promise<Facts> {
  return foldFacts(await readChanges(assetId, {}, trx))
}

/** MariaDB keeps JSON as text, and the driver gives it parsed or not. */
export function parsedFacts(value: unknown): Facts {
  return (typeof value === 'string' ? JSON.parse(value) : value) as Facts
}

/** A moment as DATETIME(6) takes it, UTC. */
export function momentText(moment: Date): string {
  return moment.toISOString().replace('T', ' ').replace('Z', '')
}
