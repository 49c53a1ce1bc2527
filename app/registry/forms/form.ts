import type { Day } from '#core/days'
import { isDay, parseDay, today } from '#core/days'
import { DomainError } from '#core/domain_error'
import { text, type Typed } from '#registry/forms/typed'
import type { Surveyed } from '#registry/forms/survey'
import { ProposalError } from '#registry/register/errors'
import type { WorldDecision } from '#registry/register/propose_change'

/** What a form comes to: the proposal its kind reads, and the ground it was drawn on. */
export interface Formed {
  proposal: Record<string, unknown>
  surveyed?: Surveyed | null
  /** Area of the deed in square metres, to hold beside the survey. */
  deedM2?: string | null
}

/** The head that every change has: from which day, by which decision, and why. */
export function headOf(typed: Typed): {
  effectiveOn: Day
  reason: string | null
  decision: WorldDecision
} {
  return {
    effectiveOn: dayOf(typed, 'effective_on') ?? today(),
    reason: text(typed, 'reason'),
    decision: {
      number: text(typed, 'decision_no'),
      on: dayOf(typed, 'decision_on'),
      authority: text(typed, 'decision_authority'),
    },
  }
}

/** @throws ProposalError when what was typed is no day */
export function dayOf(typed: Typed, field: string): Day | null {
  const typedDay = text(typed, field)
  if (typedDay === null) return null
  if (isDay(typedDay)) return typedDay
  try {
    return parseDay(typedDay)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new ProposalError(field, error.messages.ar, error.messages.en)
  }
}

/** Fields of the form beside which a refusal of the register is shown. */
const BESIDE: Readonly<Record<string, string>> = {
  geometry: 'coordinates',
  area_deed: 'deed_feddan',
  area_survey: 'survey_m2',
  boundaries: 'north_neighbour',
  custody_jurisdiction: 'jurisdiction_name',
  to: 'to_name',
  name: 'name',
  class: 'class_id',
}

/** The field a refusal is about, null when it is about none of this form. */
export function fieldOf(error: DomainError): string | null {
  if (!(error instanceof ProposalError)) return null
  const said = String(error.facts.field ?? '')
  const last = said.split('.').at(-1)!
  if (/^parts\[(\d+)\]/.test(said)) return `part_${Number(/\d+/.exec(said)![0]) + 1}`
  return BESIDE[last] ?? (last || null)
}
