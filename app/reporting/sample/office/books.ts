import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder from '#registry/books/orders/propose_order'
import { hasAny, thingsOf } from '#reporting/sample/office/stock'
import type { Staff } from '#reporting/sample/office/staff'

const TOWN = 'EG-FYM-FYM'

const COSTS: readonly [classCode: string, costs: readonly string[]][] = [
  ['building.office', ['8450000.00']],
  ['building.store', ['1975000.00']],
  ['building.garage', ['2300000.00']],
  ['movable.vehicle', ['1850000.00', '3400000.00', '1260000.00', '890000.00']],
  ['movable.equipment', ['420000.00', '96500.00', '38750.00', '27300.00']],
]

/** The town's buildings, vehicles and equipment enter the books; two months are depreciated. */
export async function workOnBooks({ finance, head }: Staff): Promise<void> {
  if (await hasAny('asset_orders')) return
  const by = finance.asActor() as never
  const before = Month.current().plus(-3)
  let unitId = 0
  for (const [classCode, costs] of COSTS) {
    const things = await thingsOf(TOWN, classCode, costs.length)
    for (const [index, { id, unitId: owner }] of things.entries()) {
      unitId = owner
      const { id: orderId } = await new ProposeOrder().handle(
        {
          assetId: id,
          kind: 'capitalisation',
          amount: Money.of(costs[index]!),
          effectiveOn: before.first,
          decisionNo: '77',
          decisionOn: before.first,
          reason: 'قيد الأصول القائمة بقيمتها الدفترية',
        },
        { by }
      )
      await new DecideOrder().approve(orderId, { by: head })
    }
  }
  for (const month of [before, before.plus(1)]) {
    const { id } = await new ProposeOrder().depreciation(unitId, month, { by })
    await new DecideOrder().approve(id, { by: head })
  }
}
