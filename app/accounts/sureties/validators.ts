import vine from '@vinejs/vine'
import { fiscalDate, money } from '#core/validators'

const text = (max: number) => vine.string().trim().minLength(1).maxLength(max)

export const SURETY_JOBS = ['cashier', 'storekeeper'] as const

export const releaseForm = vine.create({ paper: text(160).minLength(3) })

/** `valid_until` is the last day it holds, as the policy writes it. */
export const suretyForm = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  job: vine.enum(SURETY_JOBS),
  holder_no: text(40),
  holder_name: text(190).minLength(3),
  guarantor_name: text(200).minLength(3),
  policy_no: text(60),
  amount: money(),
  valid_from: fiscalDate(),
  valid_until: fiscalDate(),
})
