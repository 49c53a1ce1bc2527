import vine from '@vinejs/vine'
import { FiscalYear } from '#core/fiscal'

/** A unit and one of its fiscal years, as `2026/2027`. */
export const yearAsked = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  fiscal_year: vine
    .string()
    .regex(/^\d{4}\/\d{4}$/)
    .transform((text) => FiscalYear.of(text)),
})

/** Why a closing is undone. */
export const yearUndone = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

/** The decision that approves a final account. */
export const yearApproved = vine.create({
  decision_no: vine.string().trim().minLength(1).maxLength(60),
})
