import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import Budget from '#budget/models/budget'
import CreditOrder from '#budget/models/credit_order'
import { effectOf, stagesOf, type OrderKind, type Standing } from '#budget/orders/effects'
import { assertStage, type Act } from '#budget/plan/budget_step'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on an order on credit: every line moves at once, or none. */
export default class DecideCreditOrder {
  /** @throws SelfApprovalError, NotEnoughCreditError, MoreThanWasTakenError, MovedAlreadyError */
  async approve(
    id: number,
    { on = today(), ...deciding }: Deciding & { on?: Day }
  ): Promise<CreditOrder> {
    return decide(id, deciding, async (order, trx) => {
      order.moveTo('approved')
      const kind = order.kind as OrderKind
      const budget = await (await Budget.findOrFail(order.budgetId, { client: trx })).lock(trx)
      assertStage(budget, ...stagesOf(kind))
      const standings = await heldStandings(order, trx)
      for (const { lineId, amount } of [...order.lines].sort((a, b) => a.lineId - b.lineId)) {
        const standing = standings.get(lineId)!
        const effect = effectOf(kind, amount, { standing, isReleased: order.isReleased })
        // A month's twelfth is given once, whichever order gives it.
        const key = kind === 'provisional' ? `twelfth/${order.period}` : `credit_order/${id}`
        const document = { type: 'credit_order', id }
        const movement = { lineId, ...effect, on, document, businessKey: `${key}/${lineId}` }
        await moveBalance(movement, { by: deciding.by, trx })
      }
      if (kind === 'provisional') await beginProvisional(budget)
      order.merge({ effectiveOn: on })
    })
  }

  /** @throws SelfApprovalError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return decide(id, { ...deciding, reason }, async (order) => {
      order.moveTo('refused')
      order.refusal = reason
    })
  }

  /** Taken back by those who prepare, before it is decided. */
  async withdraw(id: number, { by, trx: outer }: Act): Promise<CreditOrder> {
    return within(outer, async (trx) => {
      const order = await (await CreditOrder.findOrFail(id, { client: trx })).lock(trx)
      order.moveTo('withdrawn')
      order.version += 1
      await order.save()
      const { unitId, label } = order
      const subject = { unitId, subjectType: 'credit_order', subjectId: id, label }
      await Trail.record({ action: 'credit_order.withdrawn', ...subject }, { by, trx })
      return order
    })
  }
}

async function decide(
  id: number,
  { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
  work: (order: CreditOrder, trx: Trx) => Promise<void>
): Promise<CreditOrder> {
  return within(outer, async (trx) => {
    const order = await (await CreditOrder.findOrFail(id, { client: trx })).lock(trx)
    if (order.madeBy === by.id) throw new SelfApprovalError()
    await order.load('lines')
    const hash = documentHash(order.picture())
    await work(order, trx)
    order.merge({
      approvedBy: by.id,
      approvedAt: DateTime.fromJSDate(clock.now()),
      documentHash: hash,
      version: order.version + 1,
    })
    await order.save()
    const { unitId, label, madeBy } = order
    const subject = { type: 'credit_order', id, unitId, label }
    const decision = { subject, step: 'approve', madeBy, by, documentHash: hash, requestId, trx }
    if (reason === undefined) await new DecideApproval().approve(decision)
    else await new DecideApproval().refuse({ ...decision, reason })
    return order
  })
}

/** Figures of the order's lines, held in the order of their ids. */
async function heldStandings(order: CreditOrder, trx: Trx): Promise<Map<number, Standing>> {
  const ids = order.lines.map(({ lineId }) => lineId)
  const [rows] = await trx.rawQuery(
    `SELECT line_id AS lineId, appropriated, released FROM budget_balances
     WHERE line_id IN (${ids.map(() => '?').join(', ')}) ORDER BY line_id FOR UPDATE`,
    ids
  )
  type Row = { lineId: number; appropriated: string; released: string }
  return new Map(
    (rows as Row[]).map(({ lineId, appropriated, released }) => [
      Number(lineId),
      { appropriated: Money.of(appropriated), released: Money.of(released) },
    ])
  )
}

/** The budget now lives from twelfths, once its estimates are approved. */
async function beginProvisional(budget: Budget): Promise<void> {
  if (budget.status !== 'approved') return
  budget.moveTo('provisional')
  budget.version += 1
  await budget.save()
}
