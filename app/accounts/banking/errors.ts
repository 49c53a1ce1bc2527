import { DomainError } from '#core/domain_error'

/** A batch of payment orders that cannot be: no orders, of several accounts, or changed since it was made. */
export class BatchError extends DomainError {
  static override code = 'E_ORDER_BATCH'
}

/** A line of a statement and a paper that do not belong together. */
export class DebitMatchError extends DomainError {
  static override code = 'E_DEBIT_MATCH'
}

/** A reconciliation statement that cannot be made or signed as it stands. */
export class ReconciliationError extends DomainError {
  static override code = 'E_BANK_RECONCILIATION'
}
