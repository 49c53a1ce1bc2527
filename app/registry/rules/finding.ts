import type { Sentence } from '#core/domain_error'

export type Severity = 'critical' | 'medium' | 'warning'

/** What a rule of the register says about something: which rule, how grave, in words, and its figures. */
export interface Finding {
  rule: `R${number}`
  severity: Severity
  messages: Sentence
  cure?: Sentence
  facts: object
  overridable: boolean
  legal?: string
}
