import vine from '@vinejs/vine'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import { latinDigits } from '#core/arabic'
import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { fiscalDate, money } from '#core/validators'
import { GRIDS } from '#registry/geo/grids'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'

export type FieldKind =
  | 'text'
  | 'lines'
  | 'day'
  | 'coming_day'
  | 'money'
  | 'area'
  | 'select'
  | 'grid'
  | 'yes'
  | 'documents'
  | 'file'

/** A field of a step's form. Its label is `registry.cases.fields.NAME`. */
export interface StepField {
  name: string
  kind: FieldKind
  optional?: true
  /** Codes of a select; their words are `registry.cases.values.NAME.CODE`. */
  options?: readonly string[]
  max?: number
  /** Whether `registry.cases.hints.NAME` is shown below. */
  hint?: true
}

/** Everything that forms of steps may say. */
export interface StepInput {
  on: Day
  note?: string
  of?: string
  number?: string
  inspected_on?: Day
  present?: string
  findings?: string
  occupier_said?: string
  occupier_name?: string
  possession_from?: Day
  possession_shown_by?: string
  area_m2?: string
  corners?: string
  epsg?: number
  order?: 'en' | 'ne'
  verdict?: 'manifest' | 'arguable'
  documents?: number[]
  file?: MultipartFile
  subject?: string
  how?: 'in_person' | 'registered_mail' | 'posted' | 'police'
  proof?: string
  security_on?: Day
  body?: string
  to?: string
  clear?: 'yes' | 'no'
  portal_no?: string
  filed_on?: Day
  applicant_name?: string
  ground?: 'agricultural' | 'built'
  carried_over?: boolean
  receipt_no?: string
  amount?: Money
  committee_no?: string
  court_ref?: string
}

const AREA = /^\d{1,12}(\.\d{1,4})?$/

const areaRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string') return
  const plain = latinDigits(value).replaceAll('٫', '.').replaceAll(',', '').trim()
  if (!AREA.test(plain) || Number(plain) <= 0) {
    field.report(
      'اكتب المساحة بالمتر المربع، مثل 120.5 — Square metres, such as 120.5',
      'area',
      field
    )
    return
  }
  field.mutate(plain, field)
})

const SCHEMAS = {
  text: ({ max = 300 }: StepField) => vine.string().trim().minLength(1).maxLength(max),
  lines: ({ max = 1000 }: StepField) => vine.string().trim().minLength(3).maxLength(max),
  day: () => fiscalDate({ notAfterToday: true }),
  coming_day: () => fiscalDate(),
  money: () => money({ min: '0.00' }),
  area: () => vine.string().use(areaRule()),
  select: ({ options }: StepField) => vine.enum([...options!]),
  grid: () => vine.number().in(GRIDS.map(({ epsg }) => epsg)),
  yes: () => vine.boolean(),
  documents: () => vine.array(vine.number().positive().withoutDecimals()).maxLength(50),
  file: () => vine.file({ size: `${LARGEST_DOCUMENT_MB}mb` }),
} as const

/** The validator of a form with these fields. */
export function formOf(fields: readonly StepField[]) {
  return vine.create(
    Object.fromEntries(
      fields.map((field) => {
        const schema = SCHEMAS[field.kind](field)
        return [field.name, field.optional ? schema.optional() : schema]
      })
    )
  )
}

export const ON: StepField = { name: 'on', kind: 'day' }
export const NOTE: StepField = { name: 'note', kind: 'lines' }
export const REMARK: StepField = { name: 'note', kind: 'lines', optional: true }
export const GROUND_FIELDS: readonly StepField[] = [
  { name: 'corners', kind: 'lines', optional: true, max: 60_000, hint: true },
  { name: 'epsg', kind: 'grid', optional: true },
  { name: 'order', kind: 'select', options: ['en', 'ne'], optional: true },
]
