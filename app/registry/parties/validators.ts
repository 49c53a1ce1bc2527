import vine from '@vinejs/vine'
import { secretNumber } from '#core/imports/secrets'

const secretRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string') return
  const digits = secretNumber(value)
  if (typeof digits === 'string') field.mutate(digits, field)
  else {
    const said = 'اكتب الرقم بلا رموز — Write the number without other signs'
    field.report(said, 'secret', field)
  }
})

const secret = () => vine.string().trim().maxLength(60).use(secretRule()).optional()
const text = (max: number) => vine.string().trim().maxLength(max).optional()

/** The form of a new party. */
export const partyForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  kind: vine.enum(['person', 'organisation'] as const),
  name: vine.string().trim().minLength(2).maxLength(200),
  party_no: text(60),
  national_id: secret(),
  tax_no: secret(),
  commercial_register: secret(),
  phone: text(30),
  address: text(255),
  /** The asset whose right he was recorded for, where the person goes on. */
  asset: vine.number().positive().withoutDecimals().optional(),
})
