import vine from '@vinejs/vine'
import { money } from '#core/validators'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)
const id = () => vine.number().positive().withoutDecimals()

export const transferForm = vine.create({
  unit_id: id(),
  /** Code of the unit it goes to; another safe of the same unit when left out. */
  to_unit_code: text(40).optional(),
  amount: money(),
  carrier_name: text(190).minLength(3),
  purpose: text(300).minLength(3),
})

export const receiptForm = vine.create({ counted: money() })

export const refusalForm = vine.create({
  counted: money().optional(),
  reason: text(300).minLength(3),
})
