import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'
import { BILLINGS, KINDS } from '#registry/rights/kinds'

const text = (max: number) => vine.string().trim().maxLength(max)

/** The form of a draft right. Its last day is typed; the house keeps the first day after it. */
export const rightForm = vine.create({
  asset_code: vine.string().trim().maxLength(40),
  party_no: text(60).minLength(1),
  partners: text(2000).optional(),
  right_no: text(60).optional(),
  kind: vine.enum(KINDS),
  slot_no: vine.number().withoutDecimals().range([1, 60_000]).optional(),
  valid_from: fiscalDate(),
  valid_until: fiscalDate().optional(),
  billing: vine.enum(BILLINGS),
  period_amount: money(),
  deposit: money().optional(),
  escalation_percent: vine
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,4})?$/)
    .optional(),
  escalation_months: vine.number().withoutDecimals().range([1, 120]).optional(),
  grantor: text(200).optional(),
  purpose: text(300).optional(),
  activity: text(80).optional(),
  area_part_m2: vine
    .string()
    .trim()
    .regex(/^\d{1,9}(\.\d{1,3})?$/)
    .optional(),
  conditions: text(5000).optional(),
  undedication_no: text(60).optional(),
  decision_no: text(60).optional(),
  decision_on: fiscalDate().optional(),
})

export const refusalForm = vine.create({ reason: text(500).minLength(5) })

export const approvalForm = vine.create({
  override_rule: text(5).optional(),
  override_reason: text(400).optional(),
})

/** Steps of the officer. */
export const stepForm = vine.create({
  step: vine.enum(['activate', 'holdover', 'vacate', 'withdraw'] as const),
  on: fiscalDate({ notAfterToday: true }).optional(),
  reason: text(500).optional(),
})

/** Decisions of the head. */
export const decisionForm = vine.create({
  step: vine.enum(['suspend', 'resume', 'terminate'] as const),
  on: fiscalDate({ notAfterToday: true }).optional(),
  reason: text(500).minLength(5),
})

export const renewalForm = vine.create({
  months: vine.number().withoutDecimals().range([1, 1200]),
  period_amount: money().optional(),
  right_no: text(60).optional(),
  decision_no: text(60).optional(),
  decision_on: fiscalDate().optional(),
})

export const occupancyForm = vine.create({
  asset_code: vine.string().trim().maxLength(40),
  slot_no: vine.number().withoutDecimals().range([1, 60_000]).optional(),
  party_no: text(60).optional(),
  occupant_name: text(200).optional(),
  activity: text(120).optional(),
  from: fiscalDate({ notAfterToday: true }),
  source: vine.enum(['inspection', 'round', 'complaint'] as const),
  evidence: text(500).minLength(3),
})

export const occupancyEndForm = vine.create({
  on: fiscalDate({ notAfterToday: true }),
  reason: text(500).optional(),
})
