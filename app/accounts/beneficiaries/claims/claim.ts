import type { Day } from '#core/days'
import type { Sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** An amount that a paper claims of a unit for a beneficiary. */
export interface Claim {
  unitId: number
  beneficiaryId: number
  on: Day
  amount: Money
  invoiceNo?: string | null
  /** Of the electronic invoice of the tax authority. */
  taxUuid?: string | null
  /** The part of the unit that asked. */
  department?: string | null
  /** Class of what was bought, as budget codes or the unit's own list name it. */
  itemClass?: string | null
  /** Claims of the same paper, which are not held against each other. */
  except?: readonly number[]
}

/**
 * - `certain`: a duplicate (the electronic invoice, or number and amount): it is paid only when another
 *   person than its maker answers for it
 * - `likely`: somebody is to look at it
 * - `possible`: told
 */
export type Severity = 'certain' | 'likely' | 'possible'

export interface Finding {
  rule:
    | 'tax_uuid'
    | 'invoice_amount'
    | 'invoice_reversed'
    | 'invoice'
    | 'amount_near'
    | 'split_party'
    | 'split_department'
  severity: Severity
  text: Sentence
  /** The earlier claim or payment, where it is one. */
  matched?: { source: 'claim' | 'history'; id: number; label: string; on: Day; amount: string }
}

/** `blocked`: stops until another answers for it; `suspect`: warned of. */
export interface Assessment {
  verdict: 'clear' | 'suspect' | 'blocked'
  findings: Finding[]
}
