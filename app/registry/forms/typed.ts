/** What was typed into a form: texts by field. Forms and their drafts have no other shape. */
export type Typed = Readonly<Record<string, unknown>>

/** A field's text, trimmed; null when it was left empty. */
export function text(typed: Typed, field: string): string | null {
  const value = typed[field]
  if (typeof value !== 'string') return null
  return value.trim() === '' ? null : value.trim()
}

/** Whether a field was part of the form at all. */
export function wasAsked(typed: Typed, field: string): boolean {
  return Object.hasOwn(typed, field)
}

/** Only texts of a reasonable length: what a form may keep as its draft. */
export function typedFrom(body: Record<string, unknown>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [field, value] of Object.entries(body)) {
    if (field.startsWith('_') || field === 'intent' || kept[field]) continue
    if (typeof value === 'string' && value.length <= 200_000) kept[field] = value
    // An emptied field is emptied, not forgotten.
    if (value === null) kept[field] = ''
  }
  return kept
}
