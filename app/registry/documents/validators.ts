import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import { DOCUMENT_KINDS, LARGEST_DOCUMENT_MB, SECURITY_CLASSES } from '#registry/documents/kinds'

/** The form of a new document or photograph. */
export const newDocument = vine.create({
  kind: vine.enum(DOCUMENT_KINDS),
  title: vine.string().trim().minLength(2).maxLength(200),
  number: vine.string().trim().maxLength(60).optional(),
  dated: fiscalDate({ notAfterToday: true }).optional(),
  pages: vine.number().withoutDecimals().range([1, 65_000]).optional(),
  original_place: vine.string().trim().maxLength(200).optional(),
  security_class: vine.enum(SECURITY_CLASSES).optional(),
  file: vine.file({ size: `${LARGEST_DOCUMENT_MB}mb` }).optional(),
})
