import { proposeMapping, type Mapping } from '#core/imports/mapping'
import type { ImportDefinition } from '#core/imports/definition'
import type { Locale } from '#core/domain_error'
import type { TableSource } from '#core/readers/types'

/**
 * Likenesses from here on are proposed, for a person to look at. A required field is worth a bold
 * guess; a wrong one for an optional field would only reject rows.
 */
const LIKELY = { required: 0.55, optional: 0.8 }

export interface FieldRow {
  name: string
  label: string
  required: boolean
  /** `''` not in the file, `constant`, or `c` and the number of the column. */
  source: string
  constant: string
  /** Proposed by likeness alone: to be looked at. */
  isGuess: boolean
}

/** The fields of a kind with the column or constant that stands for each. */
export function fieldRows(
  definition: ImportDefinition,
  mapping: Mapping,
  table: TableSource,
  locale: Locale,
  { guess }: { guess: boolean }
): FieldRow[] {
  const taken = new Set(Object.values(mapping).filter((source) => typeof source === 'string'))
  const propose = (least: number) =>
    guess ? proposeMapping(definition, table.columns, { least }) : {}
  const [bold, careful] = [propose(LIKELY.required), propose(LIKELY.optional)]
  return definition.fields.map(({ name, labels, required }) => {
    const known = mapping[name]
    const proposal = (required ? bold : careful)[name]
    const isGuess = known === undefined && typeof proposal === 'string' && !taken.has(proposal)
    const source = isGuess ? proposal : known
    return {
      name,
      label: labels[locale],
      required: required ?? false,
      source: sourceCode(source, table.columns),
      constant: typeof source === 'object' && source !== null ? String(source.value) : '',
      isGuess,
    }
  })
}

function sourceCode(source: Mapping[string] | undefined, columns: readonly string[]): string {
  if (source === undefined || source === null) return ''
  if (typeof source === 'object') return 'constant'
  const index = columns.indexOf(source)
  return index === -1 ? '' : `c${index}`
}

/** Names of the two inputs of a field in the form. */
export const inputNames = (field: string) => ({
  source: `source_${field}`,
  constant: `constant_${field}`,
})

/** Reads the form back: a typed constant counts although nothing was chosen. */
export function mappingFrom(
  definition: ImportDefinition,
  columns: readonly string[],
  input: (name: string) => unknown
): Mapping {
  const mapping: Mapping = {}
  for (const { name } of definition.fields) {
    const names = inputNames(name)
    const source = String(input(names.source) ?? '')
    const constant = String(input(names.constant) ?? '').trim()
    const column = /^c(\d{1,4})$/.exec(source)
    if (column && columns[Number(column[1])] !== undefined) {
      mapping[name] = columns[Number(column[1])]!
    } else if (constant !== '') {
      mapping[name] = { value: constant.slice(0, 300) }
    }
  }
  return mapping
}

/** Required fields without a source, and constants left empty. */
export function unmapped(
  definition: ImportDefinition,
  mapping: Mapping,
  input: (name: string) => unknown
): string[] {
  return definition.fields
    .filter(
      ({ name, required }) =>
        mapping[name] === undefined && (required || input(inputNames(name).source) === 'constant')
    )
    .map(({ name }) => name)
}
