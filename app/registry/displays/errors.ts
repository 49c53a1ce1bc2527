import { DomainError } from '#core/domain_error'

/** Something that a displayed list, or an objection against it, is not ready for. */
export class DisplayNotReadyError extends DomainError {
  static override code = 'E_DISPLAY_NOT_READY'
}
