import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'
import { ADVANCE_KINDS } from '#accounts/models/advance'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)

/** A request: the holder is somebody of the house or an approved beneficiary, as he was chosen. */
export const advanceForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  kind: vine.enum(ADVANCE_KINDS),
  holder: text(280),
  contract_no: text(60).optional().requiredWhen('kind', '=', 'supplier'),
  /** Of a prepayment: the letter that secures it, by its number in the book. */
  guarantee_no: text(60).optional(),
  amount: money(),
  purpose: text(500).minLength(3),
  on: fiscalDate({ notAfterToday: true }),
})

export const settlementForm = vine.create({
  kind: vine.enum(['spent', 'returned', 'recovered'] as const),
  amount: money(),
  paper_no: text(60),
  line_id: vine.number().positive().withoutDecimals().optional(),
  account_code: text(20).optional(),
})

export const reasonForm = vine.create({ reason: text(500).minLength(3) })
