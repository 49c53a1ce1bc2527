import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'
import { DIARY_KINDS, LADDERS, STANDING, stepOf, type DiaryKind } from '#accounts/holdings/due_days'

export interface Raised {
  raised: number
  cleared: number
}

interface Asked {
  on?: Day
  trx?: Trx
  guard?: (trx: Trx) => Promise<void>
}

/**
 * The diary of expiry (مفكرة الانتهاء): names each letter of guarantee, advance and surety once on every
 * step of its ladder and once when its day is past, and clears the notice when somebody acted (extended,
 * released, settled, renewed) or the next step took over. Asking twice a day changes nothing.
 */
export default class RaiseNotices {
  async unit(unitId: number, { on = today(), trx: outer, guard }: Asked = {}): Promise<Raised> {
    return within(outer, async (trx) => {
      await guard?.(trx)
      const total: Raised = { raised: 0, cleared: 0 }
      for (const kind of DIARY_KINDS) {
        const { days } = await settingAt<{ days: number[] }>(LADDERS[kind], { on, unitId, trx })
        total.cleared += await this.#clear(kind, unitId, { on, days, trx })
        total.raised += await this.#raise(kind, unitId, { on, days, trx })
      }
      return total
    })
  }

  /** Units that hold anything the diary looks after, or have a notice standing. */
  async units(): Promise<number[]> {
    const [rows] = await db.rawQuery(
      `SELECT unit_id AS id FROM guarantees WHERE status IN ('held', 'called')
       UNION SELECT unit_id FROM advances WHERE status = 'paid'
       UNION SELECT unit_id FROM sureties WHERE released_on IS NULL
       UNION SELECT unit_id FROM holding_notices WHERE cleared_on IS NULL ORDER BY id`
    )
    return rows.map(({ id }: { id: number }) => Number(id))
  }

  async #raise(kind: DiaryKind, unitId: number, { on, days, trx }: Step): Promise<number> {
    const step = stepOf(days, on)
    const [{ affectedRows }] = await trx.rawQuery(
      `INSERT IGNORE INTO holding_notices (unit_id, kind, ${kind}_id, due_on, days, raised_on)
       SELECT ?, ?, y.id, y.due_on, y.step, ? FROM (
         SELECT x.id, x.due_on, ${step.sql} AS step FROM (${STANDING[kind]}) x) y
       WHERE y.step IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM holding_notices n WHERE n.${kind}_id = y.id AND n.due_on = y.due_on AND n.days = y.step)`,
      [unitId, kind, on, ...step.values, unitId] as string[]
    )
    return affectedRows
  }

  async #clear(kind: DiaryKind, unitId: number, { on, days, trx }: Step): Promise<number> {
    const step = stepOf(days, on)
    const [{ affectedRows }] = await trx.rawQuery(
      `UPDATE holding_notices n LEFT JOIN (${STANDING[kind]}) x ON x.id = n.${kind}_id AND x.due_on = n.due_on
       SET n.cleared_on = GREATEST(?, n.raised_on)
       WHERE n.unit_id = ? AND n.kind = ? AND n.cleared_on IS NULL
         AND (x.id IS NULL OR NOT (n.days <=> ${step.sql}))`,
      [unitId, on, unitId, kind, ...step.values] as string[]
    )
    return affectedRows
  }
}

interface Step {
  on: Day
  days: readonly number[]
  trx: Trx
}
