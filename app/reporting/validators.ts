import vine from '@vinejs/vine'
import { month } from '#core/validators'
import { REPORT_FORMATS } from '#reporting/models/report_run'

export const newReportForm = vine.create({
  unit: vine.number().positive().withoutDecimals(),
  month: month(),
  format: vine.enum(REPORT_FORMATS),
})
