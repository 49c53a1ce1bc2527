import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/**
 * Orders of a signed batch that one debit may have paid together: all that the bank has not refused and
 * no statement shows, or those of them that its answer says executed.
 */
export interface BatchSet {
  batchId: number
  /** The batch's number and year. */
  reference: string
  /** The sum of the orders, as decimal text. */
  amount: string
  /** The day the batch was made. */
  madeOn: Day
  of: 'whole' | 'executed'
  orderIds: readonly number[]
}

interface OpenRow {
  batchId: number
  reference: string
  madeOn: Day
  orderId: number
  amount: string
  status: 'signed' | 'executed'
}

/** What a debit of this account may have paid together, by batch; of one batch only, where it is told. */
export async function openSets(
  { bankAccountId, batchId }: { bankAccountId: number; batchId?: number },
  trx: Pick<Trx, 'rawQuery'>
): Promise<BatchSet[]> {
  const [rows] = await trx.rawQuery(
    `SELECT b.id AS batchId, CONCAT(b.number, '/', b.fiscal_year) AS reference, b.made_on AS madeOn,
       o.id AS orderId, o.amount, o.status
     FROM order_batches b JOIN payment_orders o ON o.batch_id = b.id
     WHERE b.bank_account_id = ? AND b.status = 'signed' AND (? IS NULL OR b.id = ?)
       AND o.status IN ('signed', 'executed') AND o.bank_line_id IS NULL ORDER BY b.id, o.id`,
    [bankAccountId, batchId ?? null, batchId ?? null] as never
  )
  const byBatch = Map.groupBy(rows as OpenRow[], (row) => Number(row.batchId))
  return [...byBatch.values()].flatMap((orders) => {
    const executed = orders.filter(({ status }) => status === 'executed')
    const isPart = executed.length > 0 && executed.length < orders.length
    return [setOf('whole', orders), ...(isPart ? [setOf('executed', executed)] : [])]
  })
}

function setOf(of: BatchSet['of'], rows: readonly OpenRow[]): BatchSet {
  const { batchId, reference, madeOn } = rows[0]!
  const amount = String(Money.sum(rows.map((row) => Money.of(row.amount))))
  const orderIds = rows.map(({ orderId }) => Number(orderId))
  return { batchId: Number(batchId), reference, madeOn, amount, of, orderIds }
}
