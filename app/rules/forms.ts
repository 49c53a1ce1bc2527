import vine from '@vinejs/vine'
import { fiscalDate } from '#core/validators'
import type { LegalReference } from '#rules/models/rule_change'

const legal = {
  legal_text: vine.string().trim().minLength(5).maxLength(120),
  legal_on: fiscalDate({ notAfterToday: true }),
  legal_article: vine.string().trim().maxLength(60).optional(),
  reason: vine.string().trim().minLength(5).maxLength(500),
}

/** A version, with the values of the rule beside: they are read by its shape. */
export const versionForm = vine.create(
  vine.object({ valid_from: fiscalDate(), ...legal }).allowUnknownProperties()
)
export const endForm = vine.create({ end_on: fiscalDate(), ...legal })
export const confirmationForm = vine.create(legal)
export const refusalForm = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })

export const legalOf = (said: {
  legal_text: string
  legal_on: string
  legal_article?: string
}): LegalReference => ({
  text: said.legal_text,
  on: said.legal_on,
  article: said.legal_article ?? null,
})
