import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { FIGURES, HELD, type Figure } from '#budget/balances/figures'

export type Balance = Record<Figure, Money> & { available: Money }

/**
 * Figures of a line: as they stand, from its row; on a past day, from what was moved with effect by
 * then. Both say the same of today, which `books:check` probes (I2, I3).
 */
export async function balanceOf(
  lineId: number,
  { on, trx }: { on?: Day; trx?: Trx } = {}
): Promise<Balance> {
  const figures = FIGURES.map((figure) =>
    on ? `COALESCE(SUM(${figure}), 0) AS ${figure}` : figure
  )
  const [[row]] = await (trx ?? db).rawQuery(
    on
      ? `SELECT ${figures.join(', ')} FROM budget_movements WHERE line_id = ? AND effective_on <= ?`
      : `SELECT ${figures.join(', ')} FROM budget_balances WHERE line_id = ?`,
    on ? [lineId, on] : [lineId]
  )
  const balance = Object.fromEntries(
    FIGURES.map((figure) => [figure, Money.of(row[figure])])
  ) as Record<Figure, Money>
  const held = Money.sum(HELD.map((figure) => balance[figure]))
  return { ...balance, available: balance.released.subtract(held) }
}
