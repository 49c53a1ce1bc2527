interface FlashMessages {
  get(key: string, fallback?: unknown): unknown
}

export interface FieldInput {
  name: string
  id?: string
  /** What the field shows when the person has typed nothing yet. */
  value?: unknown
  hint?: string
  /** A sentence of refusal that does not come from the last submitted form. */
  error?: string
}

/** How a form field stands: what it shows, what is wrong with it, and which texts describe it. */
export interface FieldState {
  id: string
  value: string
  error: string | null
  hintId: string
  errorId: string
  describedBy: string | null
}

/**
 * The state of a field from the form that was refused (kept for one page) or from its own value.
 * A refused form shows what was typed, so that nobody types a page again.
 */
export function fieldState(field: FieldInput, flash: FlashMessages | undefined): FieldState {
  const id = field.id ?? `field-${field.name.replace(/[^a-zA-Z0-9]+/g, '-')}`
  const errors = (flash?.get('inputErrorsBag', {}) ?? {}) as Record<string, string[] | string>
  const said = field.error ?? errors[field.name]
  const error = (Array.isArray(said) ? said[0] : said) ?? null
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [field.hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return {
    id,
    value: shown(flash?.get(field.name) ?? field.value),
    error,
    hintId,
    errorId,
    describedBy: described || null,
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? String(value[0] ?? '') : String(value as string)
}
