import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'

/** The form of an order on one asset. */
export const orderForm = vine.create({
  asset_code: vine.string().trim().maxLength(40),
  kind: vine.enum(['capitalisation', 'revaluation', 'disposal'] as const),
  effective_on: fiscalDate(),
  amount: money(),
  salvage: money().optional(),
  life_months: vine.number().withoutDecimals().range([1, 1200]).optional(),
  valuation_id: vine.number().withoutDecimals().positive().optional(),
  decision_no: vine.string().trim().maxLength(60).optional(),
  decision_on: fiscalDate().optional(),
  reason: vine.string().trim().maxLength(500).optional(),
})

export const depreciationForm = vine.create({
  unit: vine.number().withoutDecimals().positive(),
  month: vine
    .string()
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/),
})

export const refusalForm = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })
