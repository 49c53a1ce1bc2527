import { addDays, today, type Day } from '#core/days'
import { sentence, type Sentence } from '#core/domain_error'
import { parseNationalId } from '#core/identifiers'
import { settingAt } from '#core/settings'
import { apart } from '#core/web/format'
import type Beneficiary from '#accounts/models/beneficiary'

export interface PaperWarning {
  /** `danger`: he is not to be paid so; `warning`: somebody is to look at it. */
  tone: 'danger' | 'warning'
  rule: string
  text: Sentence
}

/** What is wrong with the papers of a beneficiary on a day: numbers missing, cards that run out. */
export async function paperWarnings(
  beneficiary: Beneficiary,
  on: Day = today()
): Promise<PaperWarning[]> {
  const { unitId } = beneficiary
  const days = await settingAt<number>('accounts.beneficiaries.expiry_notice_days', { on, unitId })
  const soon = addDays(on, days)
  return [
    ...numberWarnings(beneficiary),
    ...cardWarning(
      beneficiary.taxCardUntil,
      { on, soon },
      'tax_card',
      'البطاقة الضريبية',
      'tax card'
    ),
    ...cardWarning(
      beneficiary.registerUntil,
      { on, soon },
      'register',
      'السجل التجاري',
      'commercial register'
    ),
  ]
}

function numberWarnings(beneficiary: Beneficiary): PaperWarning[] {
  const isPerson = beneficiary.kind === 'person' || beneficiary.kind === 'employee'
  const nationalId = beneficiary.reveal('national_id')
  if (isPerson && !nationalId) {
    return [warning('national_id', 'لم يُسجل الرقم القومي.', 'The national id is not recorded.')]
  }
  if (nationalId && !parseNationalId(nationalId).checkDigitMatches) {
    return [
      warning(
        'national_id',
        'رقم المراجعة في الرقم القومي لا يطابق باقيه؛ قارنه بالبطاقة.',
        'The check digit of the national id does not fit; compare it with the card.'
      ),
    ]
  }
  if (beneficiary.kind === 'supplier' && !beneficiary.taxNoCipher) {
    return [warning('tax_no', 'لم يُسجل الرقم الضريبي.', 'The tax number is not recorded.')]
  }
  return []
}

function cardWarning(
  until: Day | null,
  { on, soon }: { on: Day; soon: Day },
  rule: string,
  ar: string,
  en: string
): PaperWarning[] {
  if (!until || until >= soon) return []
  if (until >= on) {
    return [
      warning(rule, `${ar}: ينتهي سريانه في ${apart(until)}.`, `The ${en} runs out on ${until}.`),
    ]
  }
  const text = sentence(`${ar}: انتهى سريانه في ${apart(until)}.`, `The ${en} ran out on ${until}.`)
  return [{ tone: 'danger', rule, text }]
}

function warning(rule: string, ar: string, en: string): PaperWarning {
  return { tone: 'warning', rule, text: sentence(ar, en) }
}
