import { foldWords } from '#core/readers/fold'

/** A field an importer wants, and the names people give it. */
export interface FieldNames {
  name: string
  labels: { ar: string; en: string }
  synonyms: string[]
}

/** The column suggested for a field; `score` is 1 for the same name, lower for a likeness. */
export interface ColumnMatch {
  column: string
  score: number
}

export interface HeaderMatch {
  /** By field name; a field without a likely column is absent. */
  fields: Record<string, ColumnMatch>
  unmatchedColumns: string[]
  unmatchedFields: string[]
}

/** Below this a likeness is chance. */
const LEAST = 0.55

interface Candidate {
  field: number
  column: number
  score: number
}

/**
 * Suggests which column holds which field, from the headings alone. Spelling variants of Arabic,
 * the article, plurals, underscores and camelCase do not matter. The best likenesses are taken
 * first and no column serves two fields.
 */
export function matchColumns(columns: string[], fields: FieldNames[]): HeaderMatch {
  const heads = columns.map((column) => foldWords(column))
  const candidates: Candidate[] = []
  fields.forEach((field, index) => {
    const names = [field.name, field.labels.ar, field.labels.en, ...field.synonyms].map(foldWords)
    heads.forEach((head, column) => {
      const score = Math.max(...names.map((name) => likeness(head, name)))
      if (score >= LEAST) candidates.push({ field: index, column, score })
    })
  })
  candidates.sort((a, b) => b.score - a.score || a.field - b.field || a.column - b.column)
  const byField = new Map<number, Candidate>()
  const used = new Set<number>()
  for (const candidate of candidates) {
    if (byField.has(candidate.field) || used.has(candidate.column)) continue
    byField.set(candidate.field, candidate)
    used.add(candidate.column)
  }
  return {
    fields: Object.fromEntries(
      [...byField].map(([field, { column, score }]) => [
        fields[field]!.name,
        { column: columns[column]!, score: Math.round(score * 100) / 100 },
      ])
    ),
    unmatchedColumns: columns.filter((_, index) => !used.has(index)),
    unmatchedFields: fields.filter((_, index) => !byField.has(index)).map((field) => field.name),
  }
}

/** From 0 to 1: same words, same letters, one inside the other, or nearly the same letters. */
function likeness(head: string[], name: string[]): number {
  if (!head.length || !name.length) return 0
  const [a, b] = [head.join(''), name.join('')]
  if (head.join(' ') === name.join(' ')) return 1
  if (a === b) return 0.97
  const shared = name.filter((word) => head.includes(word)).length
  if (shared === name.length && shared === head.length) return 0.95
  if (shared === name.length) return 0.6 + 0.3 * (shared / head.length)
  if (shared === head.length) return 0.5 + 0.3 * (shared / name.length)
  const near = dice(a, b)
  return near >= 0.75 ? 0.2 + 0.6 * near : 0
}

/** Share of letter pairs two words have in common (Sørensen–Dice). */
function dice(a: string, b: string): number {
  if (a.length < 4 || b.length < 4) return 0
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      pairs.set(pair, left - 1)
      common++
    }
  }
  return (2 * common) / (a.length + b.length - 2)
}
