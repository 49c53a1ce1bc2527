export interface Change {
  field: string
  before: string | null
  after: string | null
  differs: boolean
}

/** What stood before and after, field by field; values inside values are named by their way. */
export function changesOf(before: string | null, after: string | null): Change[] {
  const left = flatten(before)
  const right = flatten(after)
  const fields = [...new Set([...left.keys(), ...right.keys()])]
  return fields.map((field) => {
    const was = left.get(field) ?? null
    const is = right.get(field) ?? null
    return { field, before: was, after: is, differs: was !== is }
  })
}

function flatten(text: string | null): Map<string, string> {
  const values = new Map<string, string>()
  if (text === null) return values
  const walk = (value: unknown, way: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, way ? `${way}.${key}` : key)
    } else values.set(way || '—', value === null ? '—' : String(value))
  }
  walk(JSON.parse(text), '')
  return values
}
