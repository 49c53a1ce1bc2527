import vine from '@vinejs/vine'
import { LARGEST_MB } from '#reporting/imports/upload'

/** The form of a new import. */
export const newImport = vine.create({
  kind: vine.string().maxLength(40),
  unit_id: vine.number().positive().withoutDecimals(),
  file: vine.file({ size: `${LARGEST_MB}mb` }),
})

/** How a file is read, as far as the person may say; what is left out is found by the reader. */
export const reading = vine.create({
  sheet: vine.string().maxLength(200).optional(),
  header_row: vine.number().withoutDecimals().range([0, 1_000_000]).optional(),
  encoding: vine.string().maxLength(40).optional(),
  delimiter: vine.enum(['comma', 'semicolon', 'tab', 'pipe'] as const).optional(),
})

/** Why a committed import is taken back. */
export const undoing = vine.create({ reason: vine.string().trim().minLength(5).maxLength(500) })
