import type { Day } from '#core/days'
import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { inferShape, type Shape } from '#rules/shapes'
import type { Guard, RuleKey, RuleTable, RuleVersion } from '#rules/rule_table'

/** A dated setting that people may change. */
export interface SettingRule {
  name: Sentence
  /** What may be typed; the shape of the value that stands unless told. */
  shape?: Shape
  /** The last day on which papers rest on it; without one it does not begin before today. */
  guards?: readonly Guard[]
  judge?: (values: unknown) => void
}

/** The key of a setting: its name, and the unit whose own value it is (empty: everywhere). */
const keyOf = (name: string, unitId: unknown): RuleKey => ({
  name,
  unit_id: unitId === null || unitId === undefined ? '' : String(unitId),
})

/** Rates, limits and deadlines kept as dated settings: one table of rules for a group of them. */
export function settingTable(
  { name, group, notBeforeToday }: Pick<RuleTable, 'name' | 'group'> & { notBeforeToday: Guard },
  settings: Readonly<Record<string, SettingRule>>
): RuleTable {
  const names = Object.keys(settings)
  const called = (setting: string, unit: string | null): Sentence => {
    const { ar, en } = settings[setting]!.name
    return unit ? sentence(`${ar} (${unit})`, `${en} (${unit})`) : sentence(ar, en)
  }
  return {
    ...{ name, group, table: 'dated_settings', mayEnd: false },
    async versions({ key, lock }, trx): Promise<RuleVersion[]> {
      const one = key ? 'AND s.name = ? AND s.unit_key = ?' : ''
      const bound = key ? [...names, key.name!, Number(key.unit_id) || 0] : names
      const marks = names.map(() => '?').join(', ')
      const [rows] = await trx.rawQuery(
        `SELECT s.id, s.name, s.unit_id, s.value, s.valid_from, s.valid_to, s.legal_reference, s.confirmed,
           (SELECT u.name_ar FROM units u WHERE u.id = s.unit_id) AS unit
         FROM dated_settings s WHERE s.name IN (${marks}) ${one}
         ORDER BY FIELD(s.name, ${marks}), s.unit_key, s.valid_from ${lock ? 'FOR UPDATE' : ''}`,
        [...bound, ...names] as string[]
      )
      return rows.map((row: Record<string, any>) => ({
        id: Number(row.id),
        key: keyOf(row.name, row.unit_id),
        name: called(row.name, row.unit),
        values: typeof row.value === 'string' ? JSON.parse(row.value) : row.value,
        from: row.valid_from as Day,
        to: row.valid_to as Day | null,
        legalReference: row.legal_reference,
        confirmed: Boolean(row.confirmed),
      }))
    },
    shape: (key, values) => settings[key.name!]?.shape ?? inferShape(values),
    async nameOf(key) {
      return called(key.name!, null)
    },
    async insert({ key, values, from, legalReference }, trx: Trx) {
      const [id] = await trx
        .insertQuery()
        .table('dated_settings')
        .insert({
          ...{ name: key.name, unit_id: key.unit_id ? Number(key.unit_id) : null },
          ...{ value: JSON.stringify(values), valid_from: from },
          ...{ legal_reference: legalReference, confirmed: true },
        })
      return Number(id)
    },
    guards: [
      async (asked, trx) => {
        const own = settings[asked.key.name!]?.guards ?? [notBeforeToday]
        for (const guard of own) {
          const found = await guard(asked, trx)
          if (found) return found
        }
        return null
      },
    ],
    judge: (values, key) => settings[key.name!]?.judge?.(values),
  }
}
