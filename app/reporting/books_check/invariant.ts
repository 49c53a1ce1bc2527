import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Sentence } from '#core/domain_error'

/** What breaks an invariant: `subject` names the record, `detail` says what is wrong. */
export interface Found {
  subject: string
  detail: string
}

/**
 * One statement that must find nothing: each row it returns ({@link Found}) is a violation. Written over
 * the tables alone, never over the models, so that a fault of the product does not hide itself.
 */
interface Statement {
  /** `ledger_entry_unbalanced`: what a violation is called. */
  code: string
  sql: string
}

/** A question that is too slow as one statement: it names the tables it reads, and asks in its own way. */
interface Search {
  code: string
  reads: string
  find(client: QueryClientContract): Promise<Found[]>
}

export type Probe = Statement | Search

/** An invariant of the books and the probes behind it. */
export interface Invariant {
  id: string
  name: Sentence
  probes: Probe[]
}
