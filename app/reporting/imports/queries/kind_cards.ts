import { importKinds } from '#core/imports/kinds'
import type { Locale } from '#core/domain_error'
import type { Viewer } from '#core/web/viewer'

export interface KindCard {
  kind: string
  label: string
  required: string[]
  optional: string[]
  needsApproval: boolean
}

/** What the person can import, and what each kind needs of a file. */
export async function kindCards(person: Viewer, locale: Locale): Promise<KindCard[]> {
  const definitions = await Promise.all(importKinds.names().map(importKinds.definition))
  const allowed = definitions.filter(({ permission }) => person.holds(permission))
  return allowed.map(({ kind, labels, fields, needsApproval }) => ({
    kind,
    label: labels[locale],
    required: fields.filter((field) => field.required).map((field) => field.labels[locale]),
    optional: fields.filter((field) => !field.required).map((field) => field.labels[locale]),
    needsApproval,
  }))
}
