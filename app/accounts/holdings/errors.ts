import { DomainError } from '#core/domain_error'

/** No account of the house and no party of the unit has this name. */
export class HolderUnknownError extends DomainError {
  static override code = 'E_HOLDER_UNKNOWN'
}
