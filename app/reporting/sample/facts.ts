import type { Day } from '#core/fiscal'
import type { Money } from '#core/money'
import type { Billing, Grade, SiteClass } from '#reporting/sample/classes'
import type { SampleAccount } from '#reporting/sample/places'

/** The codes of docs/reconciliation.md, in the order of its table. */
export const CODES = [
  'unpaid',
  'part_paid',
  'duplicate_receipt',
  'overpaid',
  'receipt_on_expired_right',
  'receipt_without_charge',
  'receipt_number_gap',
  'voided_receipt_banked',
  'cash_not_deposited',
  'slip_short',
  'slip_over',
  'slip_not_in_bank',
  'bank_credit_without_slip',
  'bank_amount_differs',
  'wrong_account',
  'returned_cheque',
  'expired_right_in_use',
  'double_right',
  'unlicensed_use',
  'never_charged',
] as const

export type Code = (typeof CODES)[number]

export type SubjectType =
  'charge' | 'receipt' | 'book_number' | 'slip' | 'settlement' | 'bank_line' | 'asset' | 'right'

/** What was intended with a fact: it will be reported under this code with this amount. */
export interface Mark {
  code: Code
  amount: Money
}

export interface Party {
  no: string
  name: string
  kind: 'person' | 'organisation'
  nationalId: string | null
  taxNo: string | null
  register: string | null
  phone: string
  address: string
}

export interface Site {
  no: string
  kind: SiteClass
  name: string
  street: string
  grade: Grade
  latitude: string
  longitude: string
  width: string
  height: string
  area: string
  inUse: boolean | null
  inUseSource: string | null
  inUseOn: Day | null
  rights: Right[]
}

export interface Right {
  no: string
  site: Site
  party: Party
  from: Day
  /** First day on which it no longer holds. */
  to: Day
  status: 'active' | 'terminated'
  billing: Billing
  amount: Money
}

export interface Charge {
  ref: string
  head: string
  headAr: string
  right: Right | null
  site: Site
  party: Party
  period: Day
  due: Day
  amount: Money
  mark: Mark | null
}

export type Method = 'cash' | 'cheque' | 'electronic'

export interface Receipt {
  day: Day
  method: Method
  amount: Money
  headAr: string | null
  payer: string
  payerId: string | null
  ref: string | null
  rightNo: string | null
  siteNo: string | null
  period: Day | null
  chequeNo: string | null
  /** Given when the receipts of the unit are numbered. */
  cashier: number
  book: string
  number: number
  /** How its money is handed over; `kept` money is in no slip or batch. */
  money: 'deposited' | 'kept'
  deposit: Deposit | null
  /** A slip it names that nobody recorded. */
  claimedSlip: string | null
  provider: number
  voidReason: string | null
  note: string | null
  marks: Mark[]
  /** Whether something is already planted on it, so that a second planter leaves it alone. */
  taken: boolean
}

/** A deposit slip, or a settlement batch when it has a commission. */
export interface Deposit {
  number: string
  account: SampleAccount
  day: Day
  /** Of a batch: the gross. */
  amount: Money
  commission: Money | null
  provider: string
  method: Method
  cashier: number
  receipts: Receipt[]
  /** A slip that was lost is in nobody's file. */
  recorded: boolean
  marks: Mark[]
  taken: boolean
  /** What the bank shows of it is told. */
  banked: boolean
}

export interface BankLine {
  day: Day
  valueDay: Day
  /** Credits positive. */
  amount: Money
  reference: string
  narrative: string
  type: string
  marks: Mark[]
}

export function mark(fact: { marks: Mark[] }, code: Code, amount: Money): void {
  fact.marks.push({ code, amount })
}

/** What a deposit brings to the bank. */
export function net(deposit: Deposit): Money {
  return deposit.commission ? deposit.amount.subtract(deposit.commission) : deposit.amount
}
