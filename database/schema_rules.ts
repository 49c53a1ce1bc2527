import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/**
 * How database types become model types. Ids are plain numbers (far below 2^53), money is
 * `Money`, and a fiscal day stays the ISO text `yyyy-mm-dd`: it has no time zone.
 */
const number = { tsType: 'number', decorators: [{ name: '@column' }], imports: [] }
const day = { tsType: 'string', decorators: [{ name: '@column' }], imports: [] }
const decimalText = { tsType: 'string', decorators: [{ name: '@column' }], imports: [] }
const flag = {
  tsType: 'boolean',
  decorators: [{ name: '@booleanColumn' }],
  imports: [{ source: '#core/columns', namedImports: ['booleanColumn'] }],
}
const json = {
  tsType: 'any',
  decorators: [{ name: '@jsonColumn' }],
  imports: [{ source: '#core/columns', namedImports: ['jsonColumn'] }],
}

const rules: SchemaRules = {
  types: {
    bigint: number,
    date: day,
    boolean: flag,
    decimal: {
      tsType: 'Money',
      decorators: [{ name: '@moneyColumn' }],
      imports: [
        { source: '#core/money', typeImports: ['Money'] },
        { source: '#core/columns', namedImports: ['moneyColumn'] },
      ],
    },
  },
  columns: {
    // Small numbers that are counted, not yes or no.
    photos_required: number,
    score: number,
    seq: number,
    level: number,
    // Decimals that are measures, not money.
    latitude: decimalText,
    longitude: decimalText,
    width_m: decimalText,
    height_m: decimalText,
    area_m2: decimalText,
    grid_area_m2: decimalText,
    gross_area_m2: decimalText,
    perimeter_m: decimalText,
    m2: decimalText,
    accuracy_m: decimalText,
    distance_m: decimalText,
    frontage_m: decimalText,
    length_deed_m: decimalText,
    length_survey_m: decimalText,
    area_part_m2: decimalText,
    shared_area_m2: decimalText,
    annual_rate: decimalText,
    rate: decimalText,
    yearly_rate: decimalText,
    salvage_share: decimalText,
    escalation_percent: decimalText,
    // MariaDB keeps JSON as text.
    payload: json,
    result: json,
    value: json,
    mapping: json,
    reading: json,
    totals: json,
    parameters: json,
    rules: json,
    key_parts: json,
    old_values: json,
    new_values: json,
    facts: json,
    proposal: json,
    findings: json,
    effect_failure: json,
    geometries: json,
    required_fields: json,
    required_documents: json,
    activities: json,
    account_prefixes: json,
    account_classes: json,
    entry_kinds: json,
    unreckoned_days: json,
  },
  primaryKey(_table, keys) {
    const name = keys[0]
    if (keys.length !== 1 || !name) return undefined
    return {
      columnName: name,
      columnInfo: {
        tsType: name === 'code' ? 'string' : 'number',
        decorators: [{ name: '@column', args: { isPrimary: true } }],
        imports: [],
      },
    }
  },
}

export default rules
