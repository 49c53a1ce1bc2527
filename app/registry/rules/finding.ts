import { sentence, type Sentence } from '#core/domain_error'

/** How grave a finding is: a critical one stops the step unless somebody may override it. */
export type Severity = 'critical' | 'medium' | 'warning'

/** Name of a rule of the register, `R1` to `R30`. */
export type RuleId = `R${number}`

/** What one rule found in one case: said to people, kept with the transaction. */
export interface Finding {
  rule: RuleId
  severity: Severity
  messages: Sentence
  cure?: Sentence
  /** The figures behind the sentence, plain data. */
  facts: Record<string, unknown>
  /** Whether a person with `registry.rules.override` may let it pass, giving a reason. */
  overridable: boolean
  /** The text that makes it a rule. */
  legal?: string
}

/** The moment at which a rule is asked: while a change is prepared, or when it is approved. */
export type Moment = 'pending' | 'approval'

/** A warning while a change is prepared, and its full severity when it is approved. */
export function atMoment(severity: Severity, moment: Moment): Severity {
  return moment === 'pending' && severity === 'critical' ? 'warning' : severity
}

const ARABIC = new Intl.NumberFormat('ar-EG-u-nu-latn', { maximumFractionDigits: 3 })
const ENGLISH = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

/** A figure as each language of a sentence writes it. */
export function figure(value: number): Sentence {
  return sentence(ARABIC.format(value), ENGLISH.format(value))
}

/** A share of one as a percentage, e.g. 0.001 → «0.1%» and "0.1%". */
export function percent(share: number): Sentence {
  const value = share * 100
  return sentence(`${ARABIC.format(value)}%`, `${ENGLISH.format(value)}%`)
}
