import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'

/** The largest file of boundaries, in megabytes. */
export const LARGEST_MB = 45

/** A file of boundaries, the field that names their units, and the day from which they hold. */
export const newLimits = vine.create({
  file: vine.file({ size: `${LARGEST_MB}mb` }),
  field: vine.string().trim().minLength(1).maxLength(60),
  kind: vine.string().trim().maxLength(30).optional(),
  valid_from: fiscalDate(),
  source: vine.string().trim().minLength(2).maxLength(200),
})
