import { ChargeTeller } from '#reporting/sample/stories/charge_teller'
import type { Charge } from '#reporting/sample/facts'
import type { Quotas, PlantedCode } from '#reporting/sample/quotas'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/**
 * How each charge was paid. Stories with a difference are told first, to as many charges of each
 * month as the quotas ask; the rest are paid in the ordinary ways.
 */
export function tellCharges(world: UnitWorld, quotas: Quotas): void {
  const teller = new ChargeTeller(world)
  const random = world.random.fork('charge-stories')
  world.charges.forEach((charges, month) => {
    const untold = random.shuffle([...charges])
    const tell = (code: PlantedCode, story: (charge: Charge) => void) => {
      const passed: Charge[] = []
      quotas.plant(code, month, taking(untold, passed), (charge) => {
        if (code === 'never_charged' && !charge.right) return false
        story(charge)
        passed.pop()
        return true
      })
      untold.push(...passed)
    }
    tell('never_charged', (charge) => {
      world.neverCharged[month]!.push(charge.right!)
      const index = charges.indexOf(charge)
      charges.splice(index, 1)
    })
    tell('returned_cheque', (charge) => teller.returned(charge))
    tell('voided_receipt_banked', (charge) => teller.voidedBanked(charge))
    tell('duplicate_receipt', (charge) => teller.duplicate(charge))
    tell('overpaid', (charge) => teller.overpaid(charge))
    tell('part_paid', (charge) => teller.partPaid(charge))
    tell('unpaid', (charge) => teller.unpaid(charge))
    for (const charge of untold) teller.ordinary(charge)
  })
}

/** Takes candidates off the end of the list, remembering those that were looked at. */
function* taking<T>(from: T[], passed: T[]): Iterable<T> {
  for (let one = from.pop(); one !== undefined; one = from.pop()) {
    passed.push(one)
    yield one
  }
}
