import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import type { Chosen } from '#revenue/queries/chosen'
import { NO_FLOW, type Flow } from '#reporting/revenue_reconciliation/figures'
import { BELOW, FLOW_SUMS, flowOf, select } from '#reporting/revenue_reconciliation/rows'

/** What the first page says by role; null where the person's roles have no part in it. */
export interface HomeFigures {
  /** His unit's last reconciled month. */
  flow: Flow | null
  /** Open differences that are his to explain. */
  mine: number | null
  /** Matches that wait for his decision. */
  suggestions: number | null
  /** Files whose import waits for a second person. */
  approvals: number | null
}

export async function homeFigures(user: User, choice: Chosen | null): Promise<HomeFigures> {
  return {
    flow: choice && (await flowOfMonth(choice)),
    mine: user.holds('revenue.differences.explain')
      ? await counted(db.from('differences').where({ assigned_to: user.id, state: 'open' }))
      : null,
    suggestions: user.holds('revenue.matches.decide')
      ? await counted(
          visible(
            db.from('match_suggestions').where('state', 'open'),
            user,
            'revenue.matches.decide'
          )
        )
      : null,
    approvals: user.holds('core.imports.approve')
      ? await counted(
          visible(
            db.from('imports').where({ state: 'checked', needs_approval: true }),
            user,
            'core.imports.approve'
          ).where((query) => query.whereNull('created_by').orWhereNot('created_by', user.id))
        )
      : null,
  }
}

async function flowOfMonth({ unitId, month }: Chosen): Promise<Flow> {
  return db.transaction(async (trx) => {
    const [row] = await select(
      trx,
      `SELECT ${FLOW_SUMS} FROM revenue_month_totals t ${BELOW('t')} WHERE t.month = :month`,
      { unit: unitId, month: month.first }
    )
    return row?.due === null || row === undefined ? NO_FLOW : flowOf(row)
  })
}

async function counted(query: ReturnType<typeof db.from>): Promise<number> {
  const [row] = await query.count('* as n')
  return Number(row.n)
}
