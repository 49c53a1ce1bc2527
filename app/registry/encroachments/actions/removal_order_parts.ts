import type { Day } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { nextNumber } from '#core/numbering'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type RemovalOrder from '#registry/models/removal_order'

/** What the approval of an order speaks of. */
export function decided(order: RemovalOrder, kase: EncroachmentCase) {
  return {
    subject: {
      type: 'removal_order',
      id: order.id,
      unitId: kase.unitId,
      label: order.orderNo ?? kase.caseNo,
    },
    step: 'issue',
    madeBy: order.madeBy,
    documentHash: order.documentHash!,
  }
}

/** The next number of the unit and year of the day of issue. */
export async function orderNumber(unitId: number, on: Day, trx: Trx): Promise<string> {
  const year = FiscalYear.containing(on).label
  const series = { unitId, book: 'removal_orders', fiscalYear: year }
  return `${await nextNumber(series, trx)}/${year}`
}

/** The legal basis as it is printed, by the day of the draft. */
export async function basisOn(on: Day, unitId: number, trx: Trx): Promise<string> {
  const name = 'registry.encroachments.removal_basis'
  return (await settingAt<{ text: string }>(name, { on, unitId, trx })).text
}
