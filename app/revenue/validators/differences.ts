import vine from '@vinejs/vine'
import { month } from '#core/validators'

/** More than a page of a list holds is not chosen by hand. */
const MOST = 500

const ids = vine.array(vine.number().positive().withoutDecimals()).minLength(1).maxLength(MOST)

export const assignmentForm = vine.create({
  ids: ids.clone(),
  /** Empty takes them from everyone. */
  assignee: vine.number().positive().withoutDecimals().optional(),
})

export const explanationForm = vine.create({
  ids: ids.clone(),
  text: vine.string().trim().minLength(3).maxLength(1000),
})

export const noteForm = vine.create({
  text: vine.string().trim().minLength(3).maxLength(1000),
  as: vine.enum(['note', 'explained', 'open'] as const),
})

export const decisionForm = vine.create({ ids: ids.clone() })

export const runForm = vine.create({
  unit: vine.number().positive().withoutDecimals(),
  month: month(),
  from: vine.enum(['secretary', 'reconciliations'] as const).optional(),
})
