import { DomainError, sentence } from '#core/domain_error'
import type { Money } from '#core/money'

/** The penalties of a contract together pass the share of it that the law allows. */
export class PenaltyCapError extends DomainError {
  static override code = 'E_PENALTY_CAP'

  constructor({ cap, already, asked }: { cap: Money; already: Money; asked: Money }) {
    super(
      sentence(
        `حد غرامات العقد ${cap.format('ar')} جنيه، وسبق منها ${already.format('ar')}، والمطلوب ${asked.format('ar')}.`,
        `Penalties of the contract are capped at ${cap.format('en')} pounds; ${already.format('en')} stand already and ${asked.format('en')} is asked.`
      ),
      {
        facts: { cap: String(cap), already: String(already), asked: String(asked) },
        cure: sentence(
          'خفض الغرامة إلى ما بقي من الحد.',
          'Lower the penalty to what is left of the cap.'
        ),
      }
    )
  }
}

/** A penalty lacks what it rests on, or a decision of an appeal does not fit it. */
export class PenaltyPaperError extends DomainError {
  static override code = 'E_PENALTY_PAPER'
}
