import type { Sentence } from '#core/domain_error'

/**
 * One statement that must find nothing. Each row it returns is a violation: `subject` names the
 * record, `detail` says what is wrong. Written over the tables alone, never over the models, so that
 * a fault of the product does not hide itself.
 */
export interface Probe {
  /** `ledger_entry_unbalanced`: what a violation is called. */
  code: string
  sql: string
}

/** An invariant of the books and the probes behind it. */
export interface Invariant {
  id: string
  name: Sentence
  probes: Probe[]
}
