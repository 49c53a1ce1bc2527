import { arabicDigits } from '#core/arabic'
import type { Day } from '#core/fiscal'
import type { Money } from '#core/money'
import type { BankLine, Deposit, Receipt } from '#reporting/sample/facts'
import type { Place, SampleAccount } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'

/** Lines of every account by IBAN: units write on each other's when money goes astray. */
export type Statements = Map<string, BankLine[]>

/** A reference of :61: holds 16 characters. */
const REFERENCE_LENGTH = 16

/** Writes bank lines in the wordings that clerks of several branches use. */
export class BankWriter {
  readonly #statements: Statements
  readonly #place: Place
  readonly #random: Random
  #serial = 0

  constructor(statements: Statements, place: Place, random: Random) {
    this.#statements = statements
    this.#place = place
    this.#random = random
  }

  /** A credit that names the slips or the batch it brings. */
  deposit(deposits: readonly Deposit[], account: SampleAccount, day: Day, amount: Money): BankLine {
    const numbers = deposits.map(({ number }) => number)
    const { reference, narrative } = this.#wording(deposits[0]!, numbers, day)
    const type = deposits[0]!.commission
      ? 'NTRF'
      : deposits[0]!.method === 'cheque'
        ? 'NCLR'
        : 'NMSC'
    return this.#add(account, { day, amount, reference, narrative, type })
  }

  /** A credit that names nobody's slip. */
  transfer(account: SampleAccount, day: Day, amount: Money): BankLine {
    const reference = `FT${this.#random.digits(10)}`
    const narrative = this.#random.pick([
      'INWARD TRANSFER GOVERNORATE DUES',
      'CASH DEPOSIT NO DETAILS',
      'TRANSFER FROM CUSTOMER ACCOUNT RENT',
      'إيداع نقدي بدون بيانات',
    ])
    return this.#add(account, { day, amount, reference, narrative, type: 'NTRF' })
  }

  /** The bank takes a cheque's amount back and names the cheque. */
  returnedCheque(account: SampleAccount, day: Day, receipt: Receipt): BankLine {
    const number = receipt.chequeNo!
    const named = this.#random.chance(0.5)
    return this.#add(account, {
      day,
      amount: receipt.amount.negate(),
      reference: named ? number : `RTN${this.#random.digits(9)}`,
      narrative: named
        ? 'CHEQUE RETURNED UNPAID INSUFFICIENT FUNDS'
        : this.#random.pick([`RETURNED CHQ ${number} REFER TO DRAWER`, `شيك مرتد رقم ${number}`]),
      type: 'NRTI',
    })
  }

  #wording(
    deposit: Deposit,
    numbers: string[],
    day: Day
  ): { reference: string; narrative: string } {
    const own = this.#ownReference(day)
    const [only] = numbers
    if (numbers.length > 1) {
      return {
        reference: own,
        narrative: `CASH DEPOSIT SLIPS ${numbers.join(' ')} ${this.#place.latin}`,
      }
    }
    if (deposit.commission) {
      return this.#random.pick([
        { reference: only!, narrative: `${deposit.provider.toUpperCase()} SETTLEMENT NET OF FEES` },
        { reference: own, narrative: `SETTLEMENT BATCH ${only} NET ${this.#place.latin}` },
        { reference: own, narrative: `${deposit.provider.toUpperCase()}/${only}/NET` },
      ])
    }
    const what = deposit.method === 'cheque' ? 'CHQ CLEARING' : 'CASH DEPOSIT'
    return this.#random.pick([
      { reference: only!, narrative: `${what} ${this.#place.latin} BRANCH` },
      { reference: own, narrative: `${what} SLIP ${only} ${this.#place.latin} TREASURY` },
      { reference: `SLIP ${only}`, narrative: `${what} FORM 37` },
      { reference: own, narrative: `IDA3 HAFZA TAWRID RAQM ${only}` },
      { reference: own, narrative: `إيداع حافظة توريد رقم ${only}` },
      { reference: own, narrative: `إيداع حافظة ٣٧ رقم ${arabicDigits(only!)}` },
      { reference: own, narrative: `TEL 084${this.#random.digits(7)} ${what} (${only}) 1/1` },
      { reference: `37/${only}`, narrative: `${what} VIA COUNTER` },
    ])
  }

  /** The bank's own number of the movement. */
  #ownReference(day: Day): string {
    this.#serial++
    const plain = day.slice(2).replaceAll('-', '')
    return `TT${plain}${this.#place.digit}${String(this.#serial).padStart(6, '0')}`.slice(
      0,
      REFERENCE_LENGTH
    )
  }

  #add(account: SampleAccount, line: Omit<BankLine, 'valueDay' | 'marks'>): BankLine {
    const whole: BankLine = { ...line, valueDay: line.day, marks: [] }
    const lines = this.#statements.get(account.iban)
    if (lines) lines.push(whole)
    else this.#statements.set(account.iban, [whole])
    return whole
  }
}
