import { FiscalYear, type Month } from '#core/fiscal'
import type { Day } from '#core/days'
import { type Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Asset from '#registry/models/asset'
import AssetOrder, { type OrderKind } from '#registry/models/asset_order'
import { assertApplicable } from '#registry/books/orders/applicable'
import { nextToDepreciate } from '#registry/books/months'
import { assertLast } from '#registry/books/orders/take_back'
import { MonthOutOfTurnError } from '#registry/books/errors'

/** The book in which a unit numbers its orders, per fiscal year without gaps. */
export const ORDER_BOOK = 'asset_orders'

export interface OrderInput {
  kind: Exclude<OrderKind, 'depreciation' | 'reversal'>
  assetId: number
  effectiveOn: Day
  /** Cost, new value, or the price at which it went. */
  amount: Money
  salvage?: Money | null
  /** Months the value is to serve; left out: as the dated method of each book says. */
  lifeMonths?: number | null
  valuationId?: number | null
  decisionNo?: string | null
  decisionOn?: Day | null
  reason?: string | null
}

interface By {
  by: Actor & { id: number }
  trx?: Trx
}

/** Puts an order on the books of assets before who approves it. */
export default class ProposeOrder {
  /**
   * An order on one asset.
   * @throws AlreadyCapitalisedError, NotCapitalisedError, MonthDepreciatedError, OrderAmountError,
   * ValuationNeededError
   */
  async handle(input: OrderInput, { by, trx: outer }: By): Promise<AssetOrder> {
    return within(outer, async (trx) => {
      const asset = await Asset.findOrFail(input.assetId, { client: trx })
      await assertApplicable({ ...input, unitId: asset.unitId, code: asset.code }, trx)
      return write({ ...input, unitId: asset.unitId }, asset.code, { by, trx })
    })
  }

  /**
   * The depreciation of every asset of a unit for one month, in its turn.
   * @throws MonthOutOfTurnError
   */
  async depreciation(unitId: number, month: Month, { by, trx: outer }: By): Promise<AssetOrder> {
    return within(outer, async (trx) => {
      const next = await nextToDepreciate(unitId, trx)
      if (!next?.equals(month)) throw new MonthOutOfTurnError(next)
      const row = { kind: 'depreciation' as const, effectiveOn: month.last, unitId, assetId: null }
      return write({ ...row, amount: null }, month.label('ar'), { by, trx })
    })
  }

  /**
   * The taking back of a unit's last depreciated month.
   * @throws DepreciationStandsError
   */
  async reversal(runId: number, reason: string, { by, trx: outer }: By): Promise<AssetOrder> {
    return within(outer, async (trx) => {
      const run = await AssetOrder.findOrFail(runId, { client: trx })
      await assertLast(run, trx)
      const { unitId, effectiveOn, amount } = run
      const row = { kind: 'reversal' as const, unitId, effectiveOn, amount, assetId: null }
      return write({ ...row, reversesId: run.id, reason }, run.label, { by, trx })
    })
  }
}

type OrderRow = Omit<Partial<OrderInput>, 'kind' | 'assetId' | 'amount' | 'effectiveOn'> & {
  kind: OrderKind
  unitId: number
  assetId: number | null
  effectiveOn: Day
  amount: Money | null
  reversesId?: number
}

async function write(
  row: OrderRow,
  label: string,
  { by, trx }: { by: Actor & { id: number }; trx: Trx }
): Promise<AssetOrder> {
  const fiscalYear = FiscalYear.containing(row.effectiveOn).label
  const number = await nextNumber({ unitId: row.unitId, book: ORDER_BOOK, fiscalYear }, trx)
  const order = await AssetOrder.create(
    { ...row, fiscalYear, number, status: 'proposed', madeBy: by.id },
    { client: trx }
  )
  await Trail.record(
    {
      action: 'asset_order.proposed',
      unitId: row.unitId,
      subjectType: 'asset_order',
      subjectId: order.id,
      label: `${row.kind} ${order.label} ${label}`,
      after: order.picture(),
      reason: row.reason,
    },
    { by, trx }
  )
  return order
}
