import vine from '@vinejs/vine'
import { money } from '#core/validators'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const positive = () => vine.number().positive().withoutDecimals()

export const bookForm = vine.create({
  bank_account_id: positive(),
  first_no: positive(),
  last_no: positive(),
})

export const issueForm = vine.create({ holder_name: text(190).minLength(3) })

export const withdrawalForm = vine.create({ reason: text(300).minLength(3) })

/** What became of a leaf: used for whom and how much, or why it is void or missing. */
export const leafForm = vine.create({
  number: positive(),
  status: vine.enum(['used', 'void', 'missing'] as const),
  amount: money().optional().requiredWhen('status', '=', 'used'),
  payee_name: text(200).optional().requiredWhen('status', '=', 'used'),
  reason: text(300).optional().requiredWhen('status', '!=', 'used'),
})
