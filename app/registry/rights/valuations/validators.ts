import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'
import { BASES, METHODS, USES } from '#registry/rights/valuations/kinds'

const text = (max: number) => vine.string().trim().maxLength(max)

export const valuationForm = vine.create({
  asset_code: text(40),
  basis: vine.enum(BASES),
  amount: money({ min: '0.01' }),
  valued_on: fiscalDate({ notAfterToday: true }),
  valid_until: fiscalDate().optional(),
  method: vine.enum(METHODS),
  comparables: text(5000).optional(),
  committee: text(300).optional(),
  decision_no: text(60).optional(),
  decision_on: fiscalDate({ notAfterToday: true }).optional(),
  notes: text(1000).optional(),
})

export const valuationRefusal = vine.create({ reason: text(500).minLength(5) })

export const observationForm = vine.create({
  seen_on: fiscalDate({ notAfterToday: true }),
  score: vine.number().withoutDecimals().range([1, 5]).optional(),
  defects: text(500).optional(),
  repair_cost: money().optional(),
  inspector: text(200).optional(),
  use: vine.enum(USES).optional(),
  note: text(500).optional(),
})
