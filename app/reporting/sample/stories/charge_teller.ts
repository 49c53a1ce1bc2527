import { Money } from '#core/money'
import { mark, type Charge, type Method, type Receipt } from '#reporting/sample/facts'
import { ReceiptWriter } from '#reporting/sample/world/receipts'
import type { Day } from '#core/fiscal'
import type { Random } from '#reporting/sample/random'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

const VOID_REASONS = [
  'خطأ في اسم الدافع',
  'خطأ في المبلغ',
  'طلب الدافع الإلغاء',
  'سحبت القسيمة خطأ',
]

/** One story after another: how a charge was paid, and what is wrong with it. */
export class ChargeTeller {
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
    if (random.chance(0.02)) return this.#inParts(charge, day)
    if (random.chance(0.012)) this.#voidBefore(charge, day)
    const paying = { day, amount: charge.amount }
    const receipt = this.#write.forCharge(charge, paying, byRight ? 'right' : 'reference')
    if (random.chance(0.02)) receipt.note = 'سداد عن طريق وكيل'
  }

  /** Nothing was paid. */
  unpaid(charge: Charge): void {
    charge.mark = { code: 'unpaid', amount: charge.amount }
  }

  /** Some of it was paid, by reference or by right, head and period. */
  partPaid(charge: Charge): void {
    const amount = this.#fraction(charge.amount, 25, 75)
    const by = charge.right && this.#random.chance(0.25) ? 'right' : 'reference'
    this.#taken(this.#write.forCharge(charge, { day: this.#daysInMonth(charge)[0]!, amount }, by))
    charge.mark = { code: 'part_paid', amount: charge.amount.subtract(amount) }
  }

  /** More was paid than was due, in one of the ways in which that happens. */
  overpaid(charge: Charge): void {
    const ways = ['atOnce', 'atOnce', 'atOnce', 'onTop', 'inParts', 'byRight'] as const
    const way = this.#random.pick(charge.right ? ways : ways.slice(0, 5))
    const { marked, amount } = {
      atOnce: () => this.#paidAtOnce(charge),
      onTop: () => this.#paidOnTop(charge),
      inParts: () => this.#paidInLargeParts(charge),
      byRight: () => this.#paidAgainByRight(charge),
    }[way]()
    mark(marked, 'overpaid', amount)
  }

  #paidAtOnce(charge: Charge) {
    const extra = this.#fraction(charge.amount, 5, 40)
    const [day] = this.#twoDays(charge)
    return { marked: this.#pay(charge, day, charge.amount.add(extra)), amount: extra }
  }

  /** The charge was full already: nothing of the second receipt is allocated. */
  #paidOnTop(charge: Charge) {
    const [first, second] = this.#twoDays(charge)
    this.#pay(charge, first, charge.amount, 'cash')
    const amount = this.#fraction(charge.amount, 10, 90)
    const marked = this.#pay(charge, second, amount, 'cash')
    marked.rightNo = charge.right?.no ?? null
    marked.period = charge.period
    return { marked, amount }
  }

  #paidInLargeParts(charge: Charge) {
    const [first, second] = this.#twoDays(charge)
    const part = this.#fraction(charge.amount, 55, 80)
    this.#pay(charge, first, part, 'cash')
    const marked = this.#pay(charge, second, part, 'cash')
    return { marked, amount: part.add(part).subtract(charge.amount) }
  }

  /** Once by reference and once by right, head and period: the reference goes before, in any order. */
  #paidAgainByRight(charge: Charge) {
    const days = this.#twoDays(charge)
    if (this.#random.chance(0.5)) days.reverse()
    this.#pay(charge, days[0], charge.amount)
    const paying = { day: days[1], amount: charge.amount }
    const marked = this.#taken(this.#write.forCharge(charge, paying, 'right'))
    return { marked, amount: charge.amount }
  }

  /** Paid in full, and later in full again under the same reference; now and then a third time. */
  duplicate(charge: Charge): void {
    const [first, second] = this.#twoDays(charge)
    const original = this.#pay(charge, first, charge.amount, 'cash')
    const sameDay = this.#random.chance(0.25)
    const again = this.#pay(charge, sameDay ? first : second, charge.amount, 'cash')
    // On one day the number decides which is the later: both are in the same book.
    if (sameDay) again.cashier = original.cashier
    mark(again, 'duplicate_receipt', charge.amount)
    if (this.#random.chance(0.15)) {
      again.money = 'kept'
      mark(again, 'cash_not_deposited', charge.amount)
    }
    if (this.#random.chance(0.1) && !sameDay) {
      const day = this.#world.calendar.working(second, 1)
      if (day > this.#world.calendar.last) return
      mark(this.#pay(charge, day, charge.amount), 'duplicate_receipt', charge.amount)
    }
  }

  /** The receipt was made void, and its money went to the bank with the slip all the same. */
  voidedBanked(charge: Charge): void {
    const [first, second] = this.#twoDays(charge)
    const method = this.#random.chance(0.7) ? 'cash' : 'electronic'
    const receipt = this.#pay(charge, first, charge.amount, method)
    receipt.voidReason = this.#random.pick(VOID_REASONS)
    mark(receipt, 'voided_receipt_banked', charge.amount)
    if (this.#random.chance(0.5)) {
      this.#pay(charge, second, charge.amount)
    } else {
      this.unpaid(charge)
    }
  }

  /** Paid by a cheque that the bank gives back; half of the payers come again. */
  returned(charge: Charge): void {
    const [day] = this.#daysInMonth(charge) as [Day]
    const receipt = this.#pay(charge, day, charge.amount, 'cheque')
    mark(receipt, 'returned_cheque', charge.amount)
    const again = this.#world.calendar.working(day, this.#random.int(8, 20))
    if (this.#random.chance(0.5) && again <= this.#world.calendar.last) {
      this.#pay(charge, again, charge.amount, 'cash')
    } else {
      this.unpaid(charge)
    }
  }

  /** Two or three parts that fill the charge; what would come after the sample is still open. */
  #inParts(charge: Charge, from: Day): void {
    const { calendar } = this.#world
    let [day, left] = [from, charge.amount]
    for (let more = this.#random.int(1, 2); more > 0; more--) {
      const part = this.#fraction(left, 30, 60)
      this.#write.forCharge(charge, { day, amount: part, method: 'cash' })
      left = left.subtract(part)
      day = calendar.working(day, this.#random.int(2, 12))
      if (day > calendar.last) {
        charge.mark = { code: 'part_paid', amount: left }
        return
      }
    }
    this.#write.forCharge(charge, { day, amount: left, method: 'cash' })
  }

  /** A receipt written wrong, made void and never handed over; the next one is right. */
  #voidBefore(charge: Charge, day: Day): void {
    const receipt = this.#pay(charge, day, charge.amount, 'cash')
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

  /** A receipt with the charge's reference that belongs to a story. */
  #pay(charge: Charge, day: Day, amount: Money, method?: Method): Receipt {
    return this.#taken(this.#write.forCharge(charge, { day, amount, method }))
  }

  #taken(receipt: Receipt): Receipt {
    receipt.taken = true
    return receipt
  }
}
