import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'

/** What is no longer free of what is released. */
const TAKEN = 'b.reserved + b.committed + b.paid'

export interface Alerted {
  raised: number
  cleared: number
}

/**
 * Notes each line of uses of the running year that has passed one of the percentages set for its unit,
 * once, and clears the note when the line is below it again (more was released, a commitment ended).
 */
export default class RaiseAlerts {
  async unit(
    unitId: number,
    {
      on = today(),
      trx: outer,
      guard,
    }: { on?: Day; trx?: Trx; guard?: (trx: Trx) => Promise<void> }
  ): Promise<Alerted> {
    return within(outer, async (trx) => {
      await guard?.(trx)
      const percents = await settingAt<number[]>('budget.alerts.percents', { on, unitId, trx })
      const total: Alerted = { raised: 0, cleared: 0 }
      for (const percent of percents) {
        const [raised] = await trx.rawQuery(
          `INSERT IGNORE INTO budget_alerts (unit_id, line_id, percent, taken, released, raised_on)
           SELECT l.unit_id, l.id, ?, ${TAKEN}, b.released, ? FROM budget_lines l JOIN budget_balances b ON b.line_id = l.id
           WHERE l.unit_id = ? AND l.fiscal_year = ? AND l.side = 'use' AND b.released > 0
             AND (${TAKEN}) * 100 >= b.released * ?
             AND NOT EXISTS (SELECT 1 FROM budget_alerts a WHERE a.line_id = l.id AND a.percent = ? AND a.standing = 1)`,
          [percent, on, unitId, FiscalYear.containing(on).label, percent, percent]
        )
        total.raised += raised.affectedRows
      }
      const [cleared] = await trx.rawQuery(
        `UPDATE budget_alerts a JOIN budget_balances b ON b.line_id = a.line_id SET a.cleared_on = GREATEST(?, a.raised_on)
         WHERE a.unit_id = ? AND a.standing = 1 AND (${TAKEN}) * 100 < b.released * a.percent`,
        [on, unitId]
      )
      total.cleared = cleared.affectedRows
      return total
    })
  }

  /** Units that have lines in the fiscal year of the day. */
  async units(on: Day): Promise<number[]> {
    const rows = await db
      .from('budget_lines')
      .where({ fiscal_year: FiscalYear.containing(on).label, side: 'use' })
      .distinct('unit_id as id')
      .orderBy('unit_id')
    return rows.map(({ id }) => Number(id))
  }
}
