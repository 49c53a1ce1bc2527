import vine from '@vinejs/vine'
import { fiscalDate, money, month } from '#core/validators'

const reason = () => vine.string().trim().minLength(5).maxLength(500)

/** The form of an entry written by hand. Lines without an account are empty rows of the form. */
export const journalForm = vine.create({
  unit: vine.number().withoutDecimals().positive(),
  kind: vine.enum(['manual', 'adjusting', 'recurring'] as const),
  posted_on: fiscalDate(),
  until: month().optional(),
  description: vine.string().trim().minLength(3).maxLength(255),
  reason: reason(),
  lines: vine
    .array(
      vine.object({
        account: vine.string().trim().maxLength(20).optional(),
        debit: money({ min: '0.01' }).optional(),
        credit: money({ min: '0.01' }).optional(),
        fund: vine.number().withoutDecimals().positive().optional(),
        centre: vine
          .string()
          .trim()
          .regex(/^[\x21-\x7e]{1,20}$/)
          .optional(),
        memo: vine.string().trim().maxLength(200).optional(),
      })
    )
    .maxLength(50),
})

export const reversalForm = vine.create({ posted_on: fiscalDate(), reason: reason() })

export const refusalForm = vine.create({ reason: reason() })

export const periodForm = vine.create({
  unit: vine.number().withoutDecimals().positive(),
  month: month(),
  to: vine.enum(['locked', 'open'] as const),
  decision_no: vine.string().trim().minLength(1).maxLength(60),
  decision_on: fiscalDate({ notAfterToday: true }),
  reason: reason(),
})
