import vine from '@vinejs/vine'
import { arabicText, fiscalDate } from '#core/validators'

const decision = {
  on: fiscalDate().optional(),
  decision_no: vine.string().trim().maxLength(60).optional(),
}

const names = {
  name_ar: arabicText({ min: 2, max: 150 }),
  name_en: vine.string().trim().minLength(2).maxLength(150),
}

export const newUnitForm = vine.create({
  code_part: vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,6}$/),
  kind: vine.string().exists({ table: 'unit_kinds', column: 'code' }),
  ...names,
  ...decision,
})

export const unitNameForm = vine.create({ ...names, ...decision })

export const unitPlaceForm = vine.create({ parent_id: vine.number().positive(), ...decision })

export const unitClosureForm = vine.create(decision)
