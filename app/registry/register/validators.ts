import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import { STEPS } from '#registry/register/custody_steps'

const reason = () => vine.string().trim().minLength(3).maxLength(500)

/** More than a page of a list holds is not chosen by hand. */
const MOST = 500

export const approvalForm = vine.create({
  /** Reasons by rule, for those that are let pass: `override[R2]`. */
  override: vine.record(vine.string().trim().maxLength(400).optional()).optional(),
})

export const refusalForm = vine.create({ reason: reason() })

export const withdrawalForm = vine.create({
  reason: vine.string().trim().maxLength(500).optional(),
})

export const stepForm = vine.create({
  step: vine.enum(STEPS),
  on: fiscalDate({ notAfterToday: true }),
  number: vine.string().trim().maxLength(60).optional(),
  note: vine.string().trim().maxLength(500).optional(),
})

export const cancellationForm = vine.create({ reason: reason() })

export const manyForm = vine.create({
  ids: vine.array(vine.number().positive().withoutDecimals()).minLength(1).maxLength(MOST),
  /** A reason refuses them; without one they are approved. */
  reason: vine.string().trim().maxLength(500).optional(),
  verdict: vine.enum(['approve', 'refuse'] as const),
})

export const arrivalForm = vine.create({
  ids: vine.array(vine.number().positive().withoutDecimals()).minLength(1).maxLength(MOST),
  on: fiscalDate({ notAfterToday: true }),
  number: vine.string().trim().maxLength(60).optional(),
})
