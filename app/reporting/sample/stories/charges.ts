import { Money } from '#core/money'
import { mark, type Charge, type Receipt } from '#reporting/sample/facts'
import { ReceiptWriter } from '#reporting/sample/world/receipts'
import type { Quotas, PlantedCode } from '#reporting/sample/quotas'
import type { Day } from '#core/fiscal'
import type { Random } from '#reporting/sample/random'
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

const VOID_REASONS = [
  'خطأ في اسم الدافع',
  'خطأ في المبلغ',
  'طلب الدافع الإلغاء',
  'سحبت القسيمة خطأ',
]

class ChargeTeller {
  readonly #world: UnitWorld
  readonly #random: Random
  readonly #write: ReceiptWriter

  constructor(world: UnitWorld) {
    this.#world = world
    this.#random = world.random.fork('paying')
    this.#write = new ReceiptWriter(world, 'charges')
  }

  /** Paid as it should be: at once or in two parts, early, late or after a receipt written wrong. */
  ordinary(charge: Charge): void {
    const random = this.#random
    const day = this.#payingDay(charge)
    if (day === null) return this.unpaid(charge)
    const byRight = charge.right !== null && random.chance(0.1)
    if (random.chance(0.02)) return this.#inTwo(charge, day)
    if (random.chance(0.012)) this.#voidBefore(charge, day)
    const paying = { day, amount: charge.amount }
    const receipt = this.#write.forCharge(charge, paying, byRight ? 'right' : 'reference')
    if (random.chance(0.02)) receipt.note = 'سداد عن طريق وكيل'
  }

  /** Nothing was paid. */
  unpaid(charge: Charge): void {
    charge.mark = { code: 'unpaid', amount: charge.amount }
  }

  /** Some of it was paid, by reference. */
  partPaid(charge: Charge): void {
    const part = this.#fraction(charge.amount, 25, 75)
    this.#taken(this.#write.forCharge(charge, { day: this.#daysInMonth(charge)[0]!, amount: part }))
    charge.mark = { code: 'part_paid', amount: charge.amount.subtract(part) }
  }

  /** More was paid than was due: at once, on top of a full payment, or by two parts that are too much. */
  overpaid(charge: Charge): void {
    const [first, second] = this.#twoDays(charge)
    const story = this.#random.weighted([
      ['once', 6],
      ['on_top', 2],
      ['parts', 2],
    ] as const)
    if (story === 'once') {
      const extra = this.#fraction(charge.amount, 5, 40)
      const amount = charge.amount.add(extra)
      const receipt = this.#taken(this.#write.forCharge(charge, { day: first, amount }))
      return mark(receipt, 'overpaid', extra)
    }
    if (story === 'on_top') {
      this.#taken(
        this.#write.forCharge(charge, { day: first, amount: charge.amount, method: 'cash' })
      )
      const amount = this.#fraction(charge.amount, 10, 90)
      const receipt = this.#taken(
        this.#write.forCharge(charge, { day: second, amount, method: 'cash' })
      )
      receipt.rightNo = charge.right?.no ?? null
      receipt.period = charge.period
      // The charge was full: nothing of this one is allocated.
      return mark(receipt, 'overpaid', amount)
    }
    const part = this.#fraction(charge.amount, 55, 80)
    this.#taken(this.#write.forCharge(charge, { day: first, amount: part, method: 'cash' }))
    const later = this.#taken(
      this.#write.forCharge(charge, { day: second, amount: part, method: 'cash' })
    )
    mark(later, 'overpaid', part.add(part).subtract(charge.amount))
  }

  /** Paid in full, and later in full again under the same reference. */
  duplicate(charge: Charge): void {
    const [first, second] = this.#twoDays(charge)
    const method = this.#random.chance(0.5) ? 'cash' : 'electronic'
    this.#taken(
      this.#write.forCharge(charge, { day: first, amount: charge.amount, method: 'cash' })
    )
    const again = this.#taken(
      this.#write.forCharge(charge, { day: second, amount: charge.amount, method })
    )
    mark(again, 'duplicate_receipt', charge.amount)
  }

  /** The receipt was made void, and its money went to the bank with the slip all the same. */
  voidedBanked(charge: Charge): void {
    const [first, second] = this.#twoDays(charge)
    const paying = { day: first, amount: charge.amount, method: 'cash' as const }
    const receipt = this.#taken(this.#write.forCharge(charge, paying))
    receipt.voidReason = this.#random.pick(VOID_REASONS)
    mark(receipt, 'voided_receipt_banked', charge.amount)
    if (this.#random.chance(0.5)) {
      this.#taken(this.#write.forCharge(charge, { day: second, amount: charge.amount }))
    } else {
      this.unpaid(charge)
    }
  }

  /** Paid by a cheque that the bank gives back; half of the payers come again. */
  returned(charge: Charge): void {
    const days = this.#daysInMonth(charge)
    const paying = { day: days[0]!, amount: charge.amount, method: 'cheque' as const }
    const receipt = this.#taken(this.#write.forCharge(charge, paying))
    mark(receipt, 'returned_cheque', charge.amount)
    const again = this.#world.calendar.working(days[0]!, this.#random.int(8, 20))
    if (this.#random.chance(0.5) && again <= this.#world.calendar.last) {
      this.#taken(
        this.#write.forCharge(charge, { day: again, amount: charge.amount, method: 'cash' })
      )
    } else {
      this.unpaid(charge)
    }
  }

  #inTwo(charge: Charge, day: Day): void {
    const part = this.#fraction(charge.amount, 30, 70)
    const last = this.#world.calendar.last
    const later = this.#world.calendar.working(day, this.#random.int(2, 15))
    this.#write.forCharge(charge, { day, amount: part, method: 'cash' })
    const rest = charge.amount.subtract(part)
    if (later <= last) this.#write.forCharge(charge, { day: later, amount: rest, method: 'cash' })
    else charge.mark = { code: 'part_paid', amount: rest }
  }

  /** A receipt written wrong, made void and never handed over; the next one is right. */
  #voidBefore(charge: Charge, day: Day): void {
    const paying = { day, amount: charge.amount, method: 'cash' as const }
    const receipt = this.#taken(this.#write.forCharge(charge, paying))
    receipt.voidReason = this.#random.pick(VOID_REASONS)
    receipt.money = 'kept'
  }

  /** Most pay around the due day, some a month or two late; null: not within the sample. */
  #payingDay(charge: Charge): Day | null {
    const random = this.#random
    const calendar = this.#world.calendar
    const apart = random.weighted([
      [[-5, 0], 30],
      [[1, 14], 48],
      [[15, 40], 17],
      [[41, 70], 5],
    ] as const)
    const day = calendar.shift(charge.due, random.int(apart[0], apart[1]))
    const working = calendar.working(day < calendar.first ? calendar.first : day)
    return working <= calendar.last ? working : null
  }

  #daysInMonth(charge: Charge): Day[] {
    const month = charge.due.slice(0, 7)
    const days = this.#world.calendar.workingBetween(
      charge.due,
      this.#world.calendar.shift(charge.due, 12)
    )
    return days.filter((day) => day.startsWith(month))
  }

  /** Two working days of the charge's month, the earlier first. */
  #twoDays(charge: Charge): [Day, Day] {
    const days = this.#daysInMonth(charge)
    const first = this.#random.int(0, days.length - 2)
    return [days[first]!, days[this.#random.int(first + 1, days.length - 1)]!]
  }

  /** So many hundredths of an amount, in whole pounds, never all of it. */
  #fraction(amount: Money, least: number, most: number): Money {
    const part = (amount.piastres * BigInt(this.#random.int(least, most))) / 100n
    return Money.piastres(part > 100n ? part - (part % 100n) : part)
  }

  #taken(receipt: Receipt): Receipt {
    receipt.taken = true
    return receipt
  }
}
