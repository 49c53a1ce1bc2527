import type { Words } from '#core/lists/definition'
import { ATTRIBUTES, factLabel } from '#registry/register/attributes'

export type Subtype = 'land' | 'building' | 'site' | 'movable'

/** A field of a form of the register, as its template lays it out. */
export interface FormField {
  name: string
  label: string
  control: 'text' | 'number' | 'date' | 'select' | 'textarea'
  options?: { value: string; label: string }[]
  required: boolean
  /** What the class asks before an asset of it may be verified. */
  asked: boolean
  wide: boolean
}

const OF_SUBTYPE: Readonly<Record<Subtype, readonly string[]>> = {
  land: [
    'hod',
    'plot_no',
    'block_no',
    'sheet_no',
    'register_office',
    'register_no',
    'use_actual',
    'use_planned',
    'frontage_m',
    'irrigation',
    'is_in_zimam',
    'is_in_cordon',
  ],
  building: ['floors', 'units_count', 'gross_area_m2', 'built_year', 'structure', 'licence_no'],
  site: ['width_m', 'height_m', 'faces', 'area_m2', 'orientation', 'lighting', 'power_meter_no'],
  movable: [
    'plate',
    'chassis_no',
    'engine_no',
    'serial_no',
    'make',
    'model',
    'fuel',
    'odometer_km',
    'store',
  ],
}

const PLACE = ['street', 'street_grade', 'address', 'landmark', 'latitude', 'longitude'] as const
const STATE = ['domain', 'life_status', 'criticality', 'slots'] as const
const NUMBERS = ['name', 'site_no', 'unified_property_no'] as const
const USE = ['is_in_use', 'in_use_on', 'in_use_source'] as const
const LONG = new Set(['name', 'address', 'landmark'])

/** States in which a record may begin or stand; the others are reached by changes of their own kind. */
const LIVING = ['planned', 'in_service', 'idle', 'under_used', 'surplus', 'disposal']

export interface FieldGroup {
  key: 'numbers' | 'state' | 'place' | 'described' | 'use'
  fields: FormField[]
}

/** The facts of a form by their groups: of a new asset, or of a correction (which leaves states alone). */
export function fieldGroups(
  subtype: Subtype,
  asked: readonly string[],
  words: Words,
  { correction = false } = {}
): FieldGroup[] {
  const field = (name: string) => formField(name, asked, words)
  const site = subtype === 'movable' ? PLACE.slice(0, 4) : PLACE
  return [
    { key: 'numbers', fields: NUMBERS.map(field) },
    ...(correction
      ? []
      : [
          {
            key: 'state' as const,
            fields: STATE.filter((n) => n !== 'slots' || subtype === 'site').map(field),
          },
        ]),
    { key: 'described', fields: OF_SUBTYPE[subtype].map(field) },
    { key: 'place', fields: site.map(field) },
    { key: 'use', fields: USE.map(field) },
  ]
}

/** Every fact that such a form may carry. */
export function formFacts(subtype: Subtype, { correction = false } = {}): string[] {
  const silent: Words = { locale: 'ar', t: (key) => key }
  return fieldGroups(subtype, [], silent, { correction }).flatMap(({ fields }) =>
    fields.map(({ name }) => name)
  )
}

export function formField(name: string, asked: readonly string[], words: Words): FormField {
  const { t, locale } = words
  const type = ATTRIBUTES[name]!.type
  const base = {
    name,
    label: factLabel(name)[locale],
    required: name === 'name',
    asked: asked.includes(name),
    wide: LONG.has(name),
  }
  if (name === 'street_grade') {
    const grades = ['special', 'first', 'second', 'third', 'unpaved_first', 'unpaved_second']
    const options = grades.map((value) => ({ value, label: t(`registry.assets.grades.${value}`) }))
    return { ...base, control: 'select', options }
  }
  switch (type.is) {
    case 'choice': {
      const values = name === 'life_status' ? LIVING : type.of
      const options = values.map((value) => ({
        value,
        label: t(`registry.values.${name}.${value}`),
      }))
      return { ...base, control: 'select', options }
    }
    case 'flag':
      return {
        ...base,
        control: 'select',
        options: [
          { value: '1', label: t('core.yes') },
          { value: '0', label: t('core.no') },
        ],
      }
    case 'day':
      return { ...base, control: 'date' }
    case 'integer':
    case 'decimal':
      return { ...base, control: 'number' }
    default:
      return { ...base, control: 'text' }
  }
}
