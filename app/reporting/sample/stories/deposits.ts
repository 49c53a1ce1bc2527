import { Money } from '#core/money'
import { lose, restate } from '#reporting/sample/world/deposits'
import { mark, type Deposit } from '#reporting/sample/facts'
import type { Quotas } from '#reporting/sample/quotas'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** A slip of one in so many is lost on its way to the books. */
const LOST_EVERY = 1500

/** Slips and batches that say less or more than their receipts, and slips that were lost. */
export function tellDeposits(world: UnitWorld, quotas: Quotas): void {
  const random = world.random.fork('deposit-stories')
  const months: Deposit[][] = world.calendar.months.map(() => [])
  for (const deposit of world.deposits) {
    const month = world.calendar.monthOf(deposit.day)
    if (month >= 0) months[month]!.push(deposit)
  }
  months.forEach((all, month) => {
    const deposits = random.shuffle([...all])
    // Cheques are counted by their numbers: no cashier keeps a part of one.
    const countable = deposits.filter(({ method }) => method !== 'cheque')
    quotas.plant('slip_short', month, countable, (deposit) => {
      if (deposit.taken || deposit.amount.compare(Money.of('60')) < 0) return false
      const part = (deposit.amount.piastres * BigInt(random.int(10, 50))) / 100n
      const missing = Money.piastres(part - (part % 100n))
      restate(deposit, deposit.amount.subtract(missing))
      mark(deposit, 'slip_short', missing)
      return (deposit.taken = true)
    })
    quotas.plant('slip_over', month, countable, (deposit) => {
      if (deposit.taken) return false
      const extra = Money.piastres(BigInt(random.int(1, 60)) * 500n)
      restate(deposit, deposit.amount.add(extra))
      mark(deposit, 'slip_over', extra)
      return (deposit.taken = true)
    })
    for (const deposit of deposits) {
      if (deposit.taken || deposit.commission || !random.chance(1 / LOST_EVERY)) continue
      if (deposit.receipts.some((receipt) => receipt.taken)) continue
      lose(deposit)
    }
  })
}
