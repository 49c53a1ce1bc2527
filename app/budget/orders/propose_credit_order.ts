import { type Month } from '#core/fiscal'
import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import Budget from '#budget/models/budget'
import CreditOrder from '#budget/models/credit_order'
import { ORDER_KINDS, stagesOf, type OrderKind } from '#budget/orders/effects'
import { releaseByPlan, twelfthOf, type OrderLineInput } from '#budget/orders/plans'
import { assertStage, type Act } from '#budget/plan/budget_step'
import { OrderLinesError, OrderNeedsDecisionError } from '#budget/plan/errors'

export interface CreditOrderInput {
  budgetId: number
  kind: OrderKind
  /** Left out for a release by plan and for a twelfth: the month says them. */
  lines?: readonly OrderLineInput[]
  month?: Month
  reason: string
  decision?: { no?: string | null; on?: Day | null; authority?: string | null }
  isReleased?: boolean
}

/** The book in which a governorate numbers its orders on credit, per fiscal year without gaps. */
const ORDER_BOOK = 'credit_orders'
const ROWS_AT_ONCE = 1000

/** Writes an order on credit down; no line moves until another person approves. */
export default class ProposeCreditOrder {
  /** @throws BudgetStageError, OrderLinesError, OrderNeedsDecisionError */
  async handle(input: CreditOrderInput, { by, trx: outer }: Act): Promise<CreditOrder> {
    const { budgetId, kind, month, reason, decision = {}, isReleased = false } = input
    return within(outer, async (trx) => {
      const budget = await (await Budget.findOrFail(budgetId, { client: trx })).lock(trx)
      assertStage(budget, ...stagesOf(kind))
      if (!['release', 'provisional'].includes(kind) && !(decision.no && decision.on)) {
        throw new OrderNeedsDecisionError()
      }
      if (month) await assertNoneWaits(budgetId, kind, trx)
      const lines = await linesOf(budget, input, trx)
      await assertLines(budget, kind, lines, trx)
      const { unitId, fiscalYear } = budget
      const order = await CreditOrder.create(
        {
          ...{ unitId, budgetId, fiscalYear, kind, reason, isReleased, status: 'proposed' },
          number: await nextNumber({ unitId, book: ORDER_BOOK, fiscalYear }, trx),
          period: month?.first ?? null,
          amount: Money.sum(lines.map(({ amount }) => amount)),
          decisionNo: decision.no ?? null,
          decisionOn: decision.on ?? null,
          decisionAuthority: decision.authority ?? null,
          madeBy: by.id,
        },
        { client: trx }
      )
      for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
        const rows = lines.slice(at, at + ROWS_AT_ONCE).map(({ lineId, amount }) => ({
          order_id: order.id,
          line_id: lineId,
          amount: amount.toString(),
        }))
        await trx.insertQuery().table('credit_order_lines').multiInsert(rows)
      }
      await order.load('lines')
      const { id, label } = order
      const subject = { unitId, subjectType: 'credit_order', subjectId: id, label }
      const after = order.picture()
      await Trail.record({ action: 'credit_order.proposed', ...subject, after }, { by, trx })
      return order
    })
  }
}

/** Two orders by plan at once would each give what the other gives too; the schema refuses it as well. */
async function assertNoneWaits(budgetId: number, kind: OrderKind, trx: Trx): Promise<void> {
  const waiting = { budgetId, kind, waits: true }
  const other = await CreditOrder.query({ client: trx }).where(waiting).first()
  if (!other) return
  throw new OrderLinesError(
    sentence(
      `الأمر ${other.label} من نفس النوع ما زال في انتظار الاعتماد.`,
      `Order ${other.label} of the same kind still waits for approval.`
    ),
    { facts: { order: other.id } }
  )
}

/** The lines given, or those that the plan has for the month. */
async function linesOf(
  budget: Budget,
  { kind, lines, month }: CreditOrderInput,
  trx: Trx
): Promise<readonly OrderLineInput[]> {
  if (lines) return lines
  if (month && kind === 'release') return releaseByPlan(budget, month, trx)
  if (month && kind === 'provisional') return twelfthOf(budget, month, trx)
  return []
}

async function assertLines(
  budget: Budget,
  kind: OrderKind,
  lines: readonly OrderLineInput[],
  trx: Trx
): Promise<void> {
  const ids = new Set(lines.map(({ lineId }) => lineId))
  const isWrong = ({ amount }: OrderLineInput) =>
    kind === 'revision' ? amount.isZero() : !amount.isPositive()
  if (lines.length === 0 || ids.size !== lines.length || lines.some(isWrong)) {
    const { ar, en } = ORDER_KINDS[kind]
    throw new OrderLinesError(
      sentence(
        `«${ar}» يلزمه بند واحد على الأقل، كل بند مرة واحدة وبمبلغ صحيح.`,
        `"${en}" needs one line at least, each named once with a right amount.`
      )
    )
  }
  const [[own]] = await trx.rawQuery(
    `SELECT COUNT(*) AS count FROM budget_lines WHERE budget_id = ? AND id IN (${[...ids].map(() => '?').join(', ')})
       AND (side = 'use' OR ? IN ('revision', 'supplement'))`,
    [budget.id, ...ids, kind]
  )
  if (Number(own.count) === ids.size) return
  throw new OrderLinesError(
    sentence('بعض البنود ليس من استخدامات هذه الموازنة.', 'Some lines are no uses of this budget.')
  )
}
