import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'
import { GUARANTEE_FORMS, GUARANTEE_PURPOSES } from '#accounts/models/guarantee'
import { ACT_KINDS } from '#accounts/models/guarantee_act'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)

export const guaranteeForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  purpose: vine.enum(GUARANTEE_PURPOSES),
  form: vine.enum(GUARANTEE_FORMS),
  /** A beneficiary of the unit, as he was chosen. */
  holder: text(280),
  subject_no: text(60),
  subject: text(300),
  amount: money(),
  reference_no: text(60),
  /** Of cash: the receipt 33 by which it came in, as `book/number`. */
  receipt_no: text(60).optional(),
  bank_name: text(150).optional(),
  issued_on: fiscalDate({ notAfterToday: true }),
  expires_on: fiscalDate().optional(),
})

export const actForm = vine.create({
  kind: vine.enum(ACT_KINDS),
  amount: money().optional(),
  expires_on: fiscalDate().optional(),
  paper_no: text(60),
  reason: text(500).minLength(3),
})

export const refusalForm = vine.create({ reason: text(500).minLength(3) })
