import { createHash } from 'node:crypto'
import { fold } from '#core/arabic'
import { DomainError, sentence } from '#core/domain_error'
import { matchColumns } from '#core/readers/header_match'
import type { ImportDefinition, ImportField } from '#core/imports/definition'
import type { Trx } from '#core/within'

/** Where the text of a field comes from: a column by its heading, or one constant for every row. */
export type MappedField = string | { value: string }
export type Mapping = Record<string, MappedField>

/** A mapping that names what is not there, or leaves a required field without a column. */
export class MappingError extends DomainError {
  static override code = 'E_IMPORT_MAPPING'
}

/** A field with its place in the row, ready for a million rows. */
export interface PlannedField {
  field: ImportField
  /** Column index; -1 for a constant. */
  index: number
  constant: string | null
}

/** Below this a heading only resembles a field: a person must confirm it. */
const SURE = 0.9

/**
 * Which column holds which field, from the headings alone. By default only headings that say the
 * same words count, because nobody looks before the command line commits; pages ask for likenesses
 * too (`least: 0.55`) and show them for confirmation.
 */
export function proposeMapping(
  definition: ImportDefinition,
  columns: readonly string[],
  { least = SURE }: { least?: number } = {}
): Mapping {
  const names = definition.fields.map(({ name, labels, synonyms }) => ({
    name,
    labels,
    synonyms: [...synonyms],
  }))
  const { fields } = matchColumns([...columns], names)
  const sure = Object.entries(fields).filter(([, match]) => match.score >= least)
  return Object.fromEntries(sure.map(([name, match]) => [name, match.column]))
}

/** @throws MappingError on unknown fields or columns and on required fields without a source */
export function planFields(
  definition: ImportDefinition,
  mapping: Mapping,
  columns: readonly string[]
): PlannedField[] {
  for (const name of Object.keys(mapping)) {
    if (!definition.fields.some((field) => field.name === name))
      throw unknownField(name, definition)
  }
  return definition.fields.flatMap((field) => {
    const source = mapping[field.name]
    if (source === undefined || source === null) {
      if (field.required) throw unmapped(field, columns)
      return []
    }
    if (typeof source === 'object') {
      return [{ field, index: -1, constant: String(source.value).trim() || null }]
    }
    const index = columns.indexOf(source)
    if (index === -1) throw unknownColumn(field, source, columns)
    return [{ field, index, constant: null }]
  })
}

/** The mapping this unit used last for a file with the same headings. */
export async function rememberedMapping(
  unitId: number,
  kind: string,
  columns: readonly string[],
  trx: Pick<Trx, 'rawQuery'>
): Promise<Mapping | null> {
  const [rows] = await trx.rawQuery(
    'SELECT mapping FROM import_mappings WHERE unit_id = ? AND kind = ? AND headings_hash = ?',
    [unitId, kind, headingsHash(columns)]
  )
  if (!rows[0]) return null
  return typeof rows[0].mapping === 'string' ? JSON.parse(rows[0].mapping) : rows[0].mapping
}

/** Keeps the mapping for the next file with the same headings. */
export async function rememberMapping(
  unitId: number,
  kind: string,
  columns: readonly string[],
  mapping: Mapping,
  by: { id: number | null },
  trx: Pick<Trx, 'rawQuery'>
): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO import_mappings (unit_id, kind, headings_hash, mapping, saved_by) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE mapping = VALUES(mapping), saved_by = VALUES(saved_by)`,
    [unitId, kind, headingsHash(columns), JSON.stringify(mapping), by.id as number]
  )
}

/** SHA-256 of the headings in their order, however their letters are spelt. */
export function headingsHash(columns: readonly string[]): Buffer {
  return createHash('sha256').update(columns.map(heading).join('\n')).digest()
}

/** `PaymentRef` and `payment_ref` are one heading. */
function heading(text: string): string {
  return fold(text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' '))
}

function unknownField(name: string, definition: ImportDefinition): MappingError {
  const fields = definition.fields.map((field) => field.name).join(', ')
  return new MappingError(
    sentence(
      `«${name}» ليس حقلًا في «${definition.labels.ar}».`,
      `"${name}" is no field of ${definition.labels.en}.`
    ),
    { facts: { field: name }, cure: sentence(`الحقول: ${fields}.`, `Its fields: ${fields}.`) }
  )
}

function unmapped(field: ImportField, columns: readonly string[]): MappingError {
  return new MappingError(
    sentence(
      `لا يوجد في الملف عمود للحقل «${field.labels.ar}» وهو لازم.`,
      `The file has no column for "${field.labels.en}", which is required.`
    ),
    {
      facts: { field: field.name, columns: [...columns] },
      cure: sentence(
        `حدد عموده أو قيمة ثابتة له. أعمدة الملف: ${columns.slice(0, 30).join('، ')}.`,
        `Map it to a column or give it a constant. Columns of the file: ${columns.slice(0, 30).join(', ')}.`
      ),
    }
  )
}

function unknownColumn(
  field: ImportField,
  source: string,
  columns: readonly string[]
): MappingError {
  return new MappingError(
    sentence(
      `العمود «${source}» المحدد للحقل «${field.labels.ar}» ليس في الملف.`,
      `The column "${source}" given for "${field.labels.en}" is not in the file.`
    ),
    {
      facts: { field: field.name, column: source },
      cure: sentence(
        `أعمدة الملف: ${columns.slice(0, 30).join('، ')}.`,
        `Columns of the file: ${columns.slice(0, 30).join(', ')}.`
      ),
    }
  )
}
