import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'

const text = (max: number) => vine.string().trim().maxLength(max)

export const disposalForm = vine.create({
  asset_code: text(40),
  kind: vine.enum(['sale', 'allocation'] as const),
  way: vine.enum(['auction', 'direct'] as const),
  purpose: text(300).minLength(3),
  basis_no: text(60).optional(),
  undedication_no: text(60).optional(),
})

/** Steps of who prepares it; each reads the fields that are its own. */
export const disposalStepForm = vine.create({
  step: vine.enum([
    'check_domain',
    'value',
    'offer',
    'withdraw',
    'propose_award',
    'plan',
    'title',
  ] as const),
  reason: text(500).optional(),
  members: text(2000).optional(),
  count: vine.number().withoutDecimals().range([1, 240]).optional(),
  first_due: fiscalDate().optional(),
  every_months: vine.number().withoutDecimals().range([1, 60]).optional(),
  title_no: text(60).optional(),
  on: fiscalDate({ notAfterToday: true }).optional(),
})

export const disposalDecisionForm = vine.create({
  step: vine.enum(['approve', 'refuse', 'approve_award', 'refuse_award', 'close'] as const),
  reason: text(500).optional(),
  override_rule: text(5).optional(),
  override_reason: text(400).optional(),
})

export const bidForm = vine.create({
  party_no: text(60).minLength(1),
  amount: money({ min: '0.01' }),
  deposit: money().optional(),
  opened_on: fiscalDate({ notAfterToday: true }),
  set_aside: vine.string().optional(),
  note: text(300).optional(),
})

export const paymentForm = vine.create({
  number: vine.number().withoutDecimals().min(1),
  receipt: text(60).minLength(3),
})
