import { importKinds } from '#core/imports/kinds'
import type { Locale } from '#core/domain_error'

export interface KindCard {
  kind: string
  label: string
  required: string[]
  optional: string[]
  needsApproval: boolean
}

/** What can be imported, and what each kind needs of a file. */
export async function kindCards(locale: Locale): Promise<KindCard[]> {
  const definitions = await Promise.all(importKinds.names().map(importKinds.definition))
  return definitions.map(({ kind, labels, fields, needsApproval }) => ({
    kind,
    label: labels[locale],
    required: fields.filter((field) => field.required).map((field) => field.labels[locale]),
    optional: fields.filter((field) => !field.required).map((field) => field.labels[locale]),
    needsApproval,
  }))
}
