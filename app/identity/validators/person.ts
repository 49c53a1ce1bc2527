import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import { PERMISSIONS } from '#identity/permissions'

export const personForm = vine.create({
  email: vine.string().trim().email().maxLength(190),
  full_name: vine.string().trim().minLength(3).maxLength(190),
  job_title: vine.string().trim().maxLength(120).optional(),
  phone: vine
    .string()
    .trim()
    .regex(/^\+?[0-9]{7,15}$/)
    .optional(),
  home_unit_id: vine.number().positive(),
})

export const reasonForm = vine.create({ reason: vine.string().trim().maxLength(300).optional() })

export const grantForm = vine.create({
  user_id: vine.number().positive(),
  role_id: vine.number().positive().exists({ table: 'roles', column: 'id' }),
  unit_id: vine.number().positive(),
  from: fiscalDate(),
  to: fiscalDate().optional(),
  reason: vine.string().trim().maxLength(300).optional(),
})

const role = {
  name_ar: vine.string().trim().minLength(2).maxLength(100),
  name_en: vine.string().trim().minLength(2).maxLength(100),
  description_ar: vine.string().trim().maxLength(300).optional(),
  description_en: vine.string().trim().maxLength(300).optional(),
  permissions: vine.array(vine.enum(PERMISSIONS)).minLength(1),
}

export const newRoleForm = vine.create({
  code: vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9_]{2,39}$/),
  ...role,
})

export const roleForm = vine.create(role)
