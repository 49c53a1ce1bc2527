import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'
import { BENEFICIARY_KINDS } from '#accounts/beneficiaries/record_beneficiary'
import { wrongNumber, type SealedNumber } from '#accounts/beneficiaries/numbers'

const numberRule = vine.createRule<SealedNumber>((value, kind, field) => {
  if (typeof value !== 'string') return
  const wrong = wrongNumber(kind, value)
  if (wrong) field.report(`${wrong.ar} — ${wrong.en}`, 'identifier', field)
})

const number = (kind: SealedNumber) =>
  vine.string().trim().maxLength(60).use(numberRule(kind)).optional()
const text = (max: number) => vine.string().trim().maxLength(max).optional()

/** The form of a new beneficiary. */
export const beneficiaryForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  kind: vine.enum(BENEFICIARY_KINDS),
  name: vine.string().trim().minLength(2).maxLength(200),
  beneficiary_no: text(60),
  national_id: number('national_id'),
  tax_no: number('tax_no'),
  commercial_register: number('commercial_register'),
  tax_card_until: fiscalDate().optional(),
  register_until: fiscalDate().optional(),
  phone: text(30),
  address: text(255),
})

/** His papers and how he is reached; a reason stops him, `open` lets him be paid again. */
export const changeForm = vine.create({
  tax_card_until: fiscalDate().optional(),
  register_until: fiscalDate().optional(),
  phone: text(30),
  address: text(255),
  stop_reason: vine.string().trim().minLength(5).maxLength(500).optional(),
  open: vine.accepted().optional(),
})

export const accountForm = vine.create({
  iban: vine.string().trim().minLength(10).maxLength(60),
  bank_name: text(160),
  reason: vine.string().trim().minLength(5).maxLength(500),
})

export const reasonForm = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })

/** A claim to be looked over; writes nothing. */
export const checkForm = vine.create({
  amount: money({ min: '0.01' }).optional(),
  on: fiscalDate().optional(),
  invoice_no: text(60),
  tax_uuid: text(64),
  department: text(160),
  item_class: text(60),
})
