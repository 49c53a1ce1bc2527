import { DomainError, sentence } from '#core/domain_error'

/** The unit knows this party already, by his number in it or by one that names him. */
export class PartyKnownError extends DomainError {
  static override code = 'E_PARTY_KNOWN'

  constructor(
    readonly field: string,
    partyNo: string,
    name: string
  ) {
    super(
      sentence(
        `هذا الرقم مسجل للمتعامل ${partyNo} «${name}».`,
        `This number belongs to party ${partyNo}, ${name}.`
      ),
      {
        cure: sentence('استعمل رقم المتعامل المسجل.', 'Use the party that is recorded.'),
        facts: { field, partyNo },
      }
    )
  }
}
