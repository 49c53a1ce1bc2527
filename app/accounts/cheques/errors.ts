import { DomainError, sentence } from '#core/domain_error'

/** A range of cheques that cannot be taken into the stock. */
export class ChequeRangeError extends DomainError {
  static override code = 'E_CHEQUE_RANGE'
}

/** A leaf that is not in the stock, not issued, or no longer blank. */
export class ChequeLeafError extends DomainError {
  static override code = 'E_CHEQUE_LEAF'

  constructor(number: number, ar: string, en: string) {
    super(sentence(`الشيك رقم ${number} ${ar}.`, `Cheque ${number} ${en}.`), { facts: { number } })
  }
}
