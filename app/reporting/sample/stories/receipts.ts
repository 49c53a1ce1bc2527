import { Money } from '#core/money'
import { mark, type Receipt } from '#reporting/sample/facts'
import { References } from '#reporting/sample/world/charges'
import { ReceiptWriter } from '#reporting/sample/world/receipts'
import type { Quotas } from '#reporting/sample/quotas'
import type { Day } from '#core/fiscal'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Serials of references that belong to no charge begin here. */
const UNKNOWN_REFERENCES = 900_001

/** Receipts that no charge explains, and receipts whose money was handed to nobody. */
export function tellReceipts(world: UnitWorld, quotas: Quotas): void {
  const random = world.random.fork('receipt-stories')
  const write = new ReceiptWriter(world, 'orphans')
  const references = new References(world, UNKNOWN_REFERENCES)
  const someDay = (month: number): Day => {
    const { first, last } = world.calendar.months[month]!
    return random.pick(world.calendar.workingBetween(first, last))
  }

  world.calendar.months.forEach((period, month) => {
    const held = random.shuffle(world.sites.filter((site) => site.rights.length > 0))
    quotas.plant('receipt_without_charge', month, held, (site) => {
      const amount = Money.piastres(BigInt(random.int(8, 180)) * 1000n)
      const receipt = write.blank(site.rights[0]!.party, { day: someDay(month), amount })
      receipt.taken = true
      receipt.headAr = site.kind.headAr
      const story = random.pick(['reference', 'name', 'note'] as const)
      if (story === 'reference') receipt.ref = references.next(month)
      if (story === 'note') receipt.note = 'تحت التسوية'
      mark(receipt, 'receipt_without_charge', amount)
      return true
    })

    const ended = random.shuffle(world.expired.filter((right) => right.to <= period.first))
    quotas.plant('receipt_on_expired_right', month, repeated(ended), (right) => {
      const receipt = write.blank(right.party, { day: someDay(month), amount: right.amount })
      receipt.taken = true
      receipt.headAr = right.site.kind.headAr
      receipt.rightNo = right.no
      receipt.siteNo = random.chance(0.5) ? right.site.no : null
      receipt.period = random.chance(0.7) ? period.first : null
      mark(receipt, 'receipt_on_expired_right', right.amount)
      return true
    })
  })
  keepMoney(world, quotas)
}

/** The cashier hands over the slip without some of his receipts; a few name a slip nobody has. */
function keepMoney(world: UnitWorld, quotas: Quotas): void {
  const random = world.random.fork('kept-money')
  const byMonth = new Map<number, Receipt[]>()
  for (const receipt of world.receipts) {
    if (receipt.taken || receipt.voidReason || receipt.money === 'kept') continue
    if (receipt.method === 'electronic' && !random.chance(0.3)) continue
    const month = world.calendar.monthOf(receipt.day)
    if (month < 0) continue
    const list = byMonth.get(month)
    if (list) list.push(receipt)
    else byMonth.set(month, [receipt])
  }
  for (const [month, receipts] of [...byMonth].sort((a, b) => a[0] - b[0])) {
    quotas.plant('cash_not_deposited', month, random.shuffle(receipts), (receipt) => {
      receipt.taken = true
      receipt.money = 'kept'
      if (receipt.method !== 'electronic' && random.chance(0.2)) {
        // Six digits: recorded slips have seven.
        receipt.claimedSlip = `${world.place.digit}${random.digits(5)}`
      }
      mark(receipt, 'cash_not_deposited', receipt.amount)
      return true
    })
  }
}

/** The same few candidates over and over; none when there are none. */
function* repeated<T>(list: readonly T[]): Iterable<T> {
  for (let round = 0; list.length > 0 && round < 50; round++) yield* list
}
