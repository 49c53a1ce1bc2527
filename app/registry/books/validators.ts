import vine from '@vinejs/vine'
import { arabicText, fiscalDate, money } from '#core/validators'

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

export const bookForm = vine.create({
  code: vine
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,19}$/),
  name_ar: arabicText({ min: 3, max: 120 }),
  name_en: vine.string().trim().minLength(3).maxLength(120),
  legal_reference: vine.string().trim().minLength(3).maxLength(255),
})

/** A share of one: `0.25`. */
const share = () =>
  vine
    .string()
    .trim()
    .regex(/^0(\.\d{1,6})?$/)

export const methodForm = vine.create({
  class_code: vine.string().trim().maxLength(40),
  method: vine.enum(['straight_line', 'declining', 'none'] as const),
  life_months: vine.number().withoutDecimals().range([1, 1200]).optional(),
  yearly_rate: share().optional(),
  salvage_share: share().optional(),
  valid_from: fiscalDate(),
  legal_reference: vine.string().trim().minLength(3).maxLength(255),
  confirmed: vine.boolean().optional(),
})

export const closureForm = vine.create({
  closed_on: fiscalDate(),
  reason: vine.string().trim().minLength(5).maxLength(500),
})

export const reversalForm = vine.create({
  reason: vine.string().trim().minLength(5).maxLength(500),
})
