import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { FAILED } from '#registry/register/lists/transactions_list'
import { roundsWaiting, toDecideCount } from '#registry/rounds/queries/waiting'
import { waitingHoldings, type WaitingHolding } from '#accounts/holdings/waiting'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
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
  /** Lines of inventory rounds that he decides, and rounds that wait for him otherwise. */
  roundLines: number | null
  rounds: number | null
  /** Approved changes of the register that could not take effect on their day. */
  failedEffects: number | null
  /** Of the budget: commitments and virements of others for him to approve, lines past an alert. */
  commitments: number | null
  virements: number | null
  alerts: number | null
  /** Of advances, guarantees and cash: what waits for him. */
  holdings: WaitingHolding[]
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
    ...(await roundFigures(user)),
    ...(await budgetFigures(user)),
    holdings: await waitingHoldings(user),
    failedEffects: user.holds('registry.assets.approve')
      ? await counted(
          visible(
            db.from('register_transactions').whereRaw(FAILED),
            user,
            'registry.assets.approve'
          )
        )
      : null,
  }
}

async function budgetFigures(
  user: User
): Promise<Pick<HomeFigures, 'commitments' | 'virements' | 'alerts'>> {
  const waiting = (table: string, states: string[], permission: Permission) =>
    user.holds(permission)
      ? counted(
          visible(db.from(table).whereIn('status', states), user, permission).whereNot(
            'made_by',
            user.id
          )
        )
      : null
  return {
    commitments: await waiting('commitments', ['draft', 'reserved'], 'budget.commitments.approve'),
    virements: await waiting('virements', ['proposed'], 'budget.virements.approve'),
    alerts: user.holds('budget.lines.read')
      ? await counted(
          visible(db.from('budget_alerts').whereNull('cleared_on'), user, 'budget.lines.read')
        )
      : null,
  }
}

async function roundFigures(user: User): Promise<Pick<HomeFigures, 'roundLines' | 'rounds'>> {
  const parts = [
    'registry.rounds.count',
    'registry.rounds.manage',
    'registry.rounds.approve',
  ] as const
  if (!parts.some((part) => user.holds(part))) return { roundLines: null, rounds: null }
  const { counting, approving, overdue } = await roundsWaiting(user, today())
  const ids = [...counting, ...approving, ...overdue].map(({ id }) => id)
  return {
    roundLines: user.holds('registry.rounds.manage') ? await toDecideCount(user) : null,
    rounds: new Set(ids).size,
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
