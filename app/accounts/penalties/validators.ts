import vine from '@vinejs/vine'
import { money } from '#core/validators'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const id = () => vine.number().positive().withoutDecimals()

/** Kinds of contract that the caps name, and the conduct of an employee, which has none. */
export const VIOLATIONS = ['goods', 'services', 'studies', 'works', 'transport', 'conduct'] as const

/** On an approved beneficiary or on somebody of the house, as he was chosen. */
export const penaltyForm = vine.create({
  unit_id: id(),
  violation: vine.enum(VIOLATIONS),
  holder: text(280),
  investigation_no: text(60),
  contract_no: text(60).optional(),
  contract_amount: money().optional(),
  amount: money(),
  reason: text(500).minLength(3),
})

/** Off a form 50 that deducted it, in cash with its receipt, or out of a guarantee by its approved act. */
export const executionForm = vine.create({
  via: vine.enum(['invoice', 'cash', 'guarantee'] as const),
  paper_no: text(60).optional().requiredWhen('via', '!=', 'guarantee'),
  act_id: id().optional().requiredWhen('via', '=', 'guarantee'),
})

export const appealForm = vine.create({ venue: text(160).minLength(2), file_no: text(60) })

export const verdictForm = vine.create({
  outcome: vine.enum(['upheld', 'reduced', 'cancelled'] as const),
  amount: money().optional().requiredWhen('outcome', '=', 'reduced'),
  decision_no: text(60),
})

export const reasonForm = vine.create({ reason: text(500).minLength(3) })
