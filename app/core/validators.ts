import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { cleanText } from '#core/arabic'
import { parseDay, today, type Day, type DayOrder } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'

export interface MoneyRule {
  /** Decimal text, included: `'0.01'`. */
  min?: string
  /** Decimal text, included. */
  max?: string
  /** Amounts below zero are refused unless this is set. */
  negative?: boolean
}

/** An amount typed by a person, as {@link Money}: `vine.create({ amount: money({ min: '0.01' }) })`. */
export function money(rule: MoneyRule = {}) {
  return vine
    .string()
    .use(moneyRule(rule))
    .transform((value) => value as unknown as Money)
}

/** A day typed by a person or a date input, as ISO `yyyy-mm-dd`. */
export function fiscalDate(rule: { order?: DayOrder; notAfterToday?: boolean } = {}) {
  return vine
    .string()
    .use(fiscalDateRule(rule))
    .transform((value): Day => value)
}

/** `yyyy-mm` as {@link Month}. */
export function month() {
  return vine
    .string()
    .use(monthRule())
    .transform((value) => value as unknown as Month)
}

export interface TextRule {
  min?: number
  max?: number
  /** Keep line ends (notes, addresses). */
  lines?: boolean
}

/** A name or note in Arabic: cleaned of controls and bidi overrides, with at least one Arabic letter. */
export function arabicText(rule: TextRule = {}) {
  return vine.string().use(arabicTextRule(rule))
}

const moneyRule = vine.createRule<MoneyRule>((value, rule, field) => {
  attempt(field, 'money', () => {
    const amount = Money.parse(value as string)
    if (amount.isNegative() && !rule.negative && rule.min === undefined) {
      return refuse(
        field,
        'money',
        sentence('المبلغ لا يكون سالبًا.', 'The amount cannot be negative.')
      )
    }
    if (rule.min !== undefined && amount.compare(Money.of(rule.min)) < 0) {
      return refuse(
        field,
        'money',
        sentence(`المبلغ لا يقل عن ${rule.min}.`, `The amount must be at least ${rule.min}.`)
      )
    }
    if (rule.max !== undefined && amount.compare(Money.of(rule.max)) > 0) {
      return refuse(
        field,
        'money',
        sentence(`المبلغ لا يزيد على ${rule.max}.`, `The amount must be at most ${rule.max}.`)
      )
    }
    field.mutate(amount, field)
  })
})

const fiscalDateRule = vine.createRule<{ order?: DayOrder; notAfterToday?: boolean }>(
  (value, rule, field) => {
    attempt(field, 'fiscalDate', () => {
      const day = parseDay(value, { order: rule.order })
      if (rule.notAfterToday && day > today()) {
        return refuse(
          field,
          'fiscalDate',
          sentence(`التاريخ ${day} لم يأت بعد.`, `The date ${day} has not come yet.`)
        )
      }
      field.mutate(day, field)
    })
  }
)

const monthRule = vine.createRule((value, _options, field) => {
  attempt(field, 'month', () => field.mutate(Month.of((value as string).trim()), field))
})

const arabicTextRule = vine.createRule<TextRule>((value, rule, field) => {
  const text = cleanText(value as string, { lines: rule.lines })
  const length = [...text].length
  if (!/\p{Script=Arabic}/u.test(text)) {
    return refuse(
      field,
      'arabicText',
      sentence('اكتب النص بالعربية.', 'Write this text in Arabic.')
    )
  }
  if (length < (rule.min ?? 1)) {
    return refuse(
      field,
      'arabicText',
      sentence(`النص أقصر من ${rule.min} حرفًا.`, `The text is shorter than ${rule.min} letters.`)
    )
  }
  if (length > (rule.max ?? 255)) {
    const max = rule.max ?? 255
    return refuse(
      field,
      'arabicText',
      sentence(`النص أطول من ${max} حرفًا.`, `The text is longer than ${max} letters.`)
    )
  }
  field.mutate(text, field)
})

/** Runs a reader; its refusal becomes the field's message. */
function attempt(field: FieldContext, rule: string, read: () => void): void {
  if (!field.isValid || typeof field.value !== 'string') return
  try {
    read()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    refuse(field, rule, sentence(error.adviceFor('ar'), error.adviceFor('en')))
  }
}

/**
 * Both languages, for clients without one; pages show the reader's own, because the texts of
 * resources/lang/LOCALE/validator.json take `{ar}` or `{en}` of these rules.
 */
function refuse(field: FieldContext, rule: string, said: Sentence): void {
  field.report(`${said.ar} — ${said.en}`, rule, field, { ...said })
}
