import { isDay } from '#core/days'
import type { Asked } from '#registry/register/asked'
import { ProposalError } from '#registry/register/errors'
import type { Undedication } from '#registry/rules/domain'

/** The decision that ends the dedication to public use, where the proposal names one. */
export function undedicationOf(asked: Asked): Undedication | null {
  const given = asked.optionalObject('undedication')
  if (!given || !given.has('number')) return null
  const on = given.optionalDay('on')
  if (!isDay(on)) {
    throw new ProposalError(
      'undedication',
      'تاريخ قرار إنهاء التخصيص للمنفعة العامة مطلوب.',
      'The day of the decision that ends the dedication is missing.'
    )
  }
  return { number: given.text('number', 60), on, authority: given.text('authority', 160) }
}
