import type { Day } from '#core/fiscal'
import { Money } from '#core/money'
import { otherSpelling } from '#reporting/sample/people'
import type { Charge, Method, Party, Receipt } from '#reporting/sample/facts'
import type { Random } from '#reporting/sample/random'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Dues from this amount on are to be collected electronically (since 1 May 2019). */
const ELECTRONIC_FROM = Money.of('500')

export interface Paying {
  day: Day
  amount: Money
  method?: Method
}

/** Writes receipts: form 33 by a cashier, or the same form by an electronic collector. */
export class ReceiptWriter {
  readonly #world: UnitWorld
  readonly #random: Random
  /** Scrambled so that cheque numbers look random and never repeat. */
  #cheques = 0

  constructor(world: UnitWorld, label: string) {
    this.#world = world
    this.#random = world.random.fork(`receipts-${label}`)
    this.#cheques = label === 'charges' ? 0 : 500_000
  }

  /** A receipt that says which charge it pays: by reference, or by right, head and period. */
  forCharge(charge: Charge, paying: Paying, by: 'reference' | 'right' = 'reference'): Receipt {
    const receipt = this.blank(charge.party, paying)
    receipt.headAr = charge.headAr
    if (by === 'reference') receipt.ref = charge.ref
    if (charge.right && (by === 'right' || this.#random.chance(0.7))) {
      receipt.rightNo = charge.right.no
      receipt.period = charge.period
    }
    if (this.#random.chance(0.5)) receipt.siteNo = charge.site.no
    return receipt
  }

  /** A receipt that says nothing but who paid how much. */
  blank(party: Party, { day, amount, method }: Paying): Receipt {
    const random = this.#random
    const how = method ?? this.methodFor(amount)
    const receipt: Receipt = {
      day: how === 'electronic' ? day : this.#world.calendar.working(day),
      method: how,
      amount,
      headAr: null,
      payer: random.chance(0.5) ? otherSpelling(party.name, random) : party.name,
      payerId: random.chance(0.35) ? (party.nationalId ?? party.taxNo) : null,
      ref: null,
      rightNo: null,
      siteNo: null,
      period: null,
      chequeNo: how === 'cheque' ? this.#chequeNumber() : null,
      cashier: how === 'electronic' ? -1 : random.int(0, this.#world.cashiers.length - 1),
      book: '',
      number: 0,
      money: 'deposited',
      deposit: null,
      claimedSlip: null,
      provider: random.chance(0.65) ? 0 : 1,
      voidReason: null,
      note: null,
      marks: [],
      taken: false,
    }
    this.#world.receipts.push(receipt)
    return receipt
  }

  methodFor(amount: Money): Method {
    const large = amount.compare(ELECTRONIC_FROM) >= 0
    return this.#random.weighted<Method>(
      large
        ? [
            ['electronic', 66],
            ['cheque', 22],
            ['cash', 12],
          ]
        : [
            ['cash', 84],
            ['electronic', 13],
            ['cheque', 3],
          ]
    )
  }

  /** Eight digits, 4 first: no date and no slip number looks like it. */
  #chequeNumber(): string {
    this.#cheques++
    const scrambled = (this.#cheques * 7_919) % 999_983
    return `4${this.#world.place.digit}${String(scrambled).padStart(6, '0')}`
  }
}
