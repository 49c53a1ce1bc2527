import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'

const id = () => vine.number().withoutDecimals().positive()
const reason = () => vine.string().trim().minLength(5).maxLength(500)

/** What is needed of which line. */
export const commitmentForm = vine.create({
  line_id: id(),
  amount: money({ min: '0.01' }),
  purpose: vine.string().trim().minLength(3).maxLength(500),
  need_no: vine.string().trim().maxLength(60).optional(),
  payee_name: vine.string().trim().maxLength(190).optional(),
  reserve: vine.boolean().optional(),
})

export const changeForm = vine.create({ amount: money({ min: '0.01' }), reason: reason() })
export const reasonForm = vine.create({ reason: reason() })

/** Lines with what is taken from them or given to them; rows left empty count for nothing. */
export const virementInput = vine.create({
  unit: id(),
  lines: vine
    .array(
      vine.object({
        line_id: id().optional(),
        take: money().optional(),
        give: money().optional(),
      })
    )
    .minLength(1)
    .maxLength(50),
  reason: reason(),
  decision_no: vine.string().trim().maxLength(60).optional(),
  decision_on: fiscalDate({ notAfterToday: true }).optional(),
  decision_authority: vine.string().trim().maxLength(160).optional(),
})
