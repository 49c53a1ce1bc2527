import { DomainError, sentence } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'

/** The rules of the register forbid it as it stands; each broken one is named with its cure. */
export class RulesForbidError extends DomainError {
  static override code = 'E_RULES_FORBID'

  constructor(readonly findings: readonly Finding[]) {
    const said = (locale: 'ar' | 'en') =>
      findings
        .map(({ rule, messages, cure }) =>
          [`(${rule}) ${messages[locale]}`, cure?.[locale]].filter(Boolean).join(' ')
        )
        .join(' ')
    super(sentence(said('ar'), said('en')), {
      facts: { rules: findings.map(({ rule }) => rule), findings },
    })
  }
}

/** Somebody else's right came first; the database itself keeps two out of one slot. */
export class SlotTakenError extends DomainError {
  static override code = 'E_SLOT_TAKEN'

  constructor(cause?: unknown) {
    super(
      sentence(
        'على هذا المكان حق آخر في المدة نفسها.',
        'Another right stands on this place in the same time.'
      ),
      {
        cure: sentence(
          'راجع حقوق الأصل واختر مكانًا أو مدة أخرى.',
          'Look at the rights of the asset and choose another place or time.'
        ),
        cause,
      }
    )
  }
}

/** Something in a form names what the unit does not have. */
export class NotRecordedError extends DomainError {
  static override code = 'E_NOT_RECORDED'

  constructor(what: 'party' | 'asset' | 'basis' | 'receipt', named: string) {
    const names = {
      party: ['متعامل', 'party'],
      asset: ['أصل', 'asset'],
      basis: ['سند قانوني', 'legal basis'],
      receipt: ['إيصال', 'receipt'],
    } as const
    super(
      sentence(
        `لا يوجد ${names[what][0]} برقم «${named}» في هذه الوحدة.`,
        `This unit has no ${names[what][1]} numbered «${named}».`
      ),
      {
        facts: { what, named },
        cure: sentence('راجع الرقم أو سجله أولًا.', 'Check the number, or record it first.'),
      }
    )
  }
}

/** A field of a form that cannot be read. */
export class UnreadableFieldError extends DomainError {
  static override code = 'E_UNREADABLE_FIELD'

  constructor(field: { ar: string; en: string }, typed: string, cure: { ar: string; en: string }) {
    super(sentence(`لا يقرأ ${field.ar}: «${typed}».`, `${field.en} cannot be read: «${typed}».`), {
      facts: { typed },
      cure,
    })
  }
}

/** What is asked belongs to another state or another time of the record. */
export class NotNowError extends DomainError {
  static override code = 'E_NOT_NOW'
}

/** Two cannot be recorded in one place at once (R10). */
export class OccupiedError extends DomainError {
  static override code = 'E_OCCUPIED'

  constructor(slotNo: number, cause?: unknown) {
    super(
      sentence(
        `المكان رقم ${slotNo} مسجل عليه شاغل آخر في هذه المدة.`,
        `Another occupant is recorded in slot ${slotNo} in this time.`
      ),
      {
        facts: { rule: 'R10', slotNo },
        cure: sentence('أثبت إخلاءه أولًا ثم سجل من بعده.', 'Record that he left, then who came.'),
        cause,
      }
    )
  }
}
