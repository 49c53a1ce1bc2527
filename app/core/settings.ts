import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import { DomainError, sentence } from '#core/domain_error'
import type { Trx } from '#core/within'

/** A rate, limit or rule was asked for a day on which none holds. */
export class SettingMissingError extends DomainError {
  static override code = 'E_SETTING_MISSING'

  constructor(name: string, on: Day) {
    super(
      sentence(`لا توجد قيمة للإعداد ${name} في يوم ${on}.`, `No value of ${name} holds on ${on}.`),
      {
        facts: { name, on },
        cure: sentence(
          'يسجل مشرف النظام القيمة وتاريخ سريانها وسندها القانوني.',
          'The system supervisor records the value, its dates and its legal reference.'
        ),
      }
    )
  }
}

/** A value that holds on a day, and the text it rests on. */
export interface DatedSetting<T> {
  value: T
  legalReference: string
}

interface Asked {
  on?: Day
  unitId?: number
  trx?: Trx
}

/**
 * The value of a dated setting on a day: the unit's own where it has one, else that of the nearest
 * unit above it, else the general one. Rates, limits and deadlines are read here, never written in
 * code.
 * @throws SettingMissingError when none holds that day
 */
export async function settingAt<T>(name: string, asked: Asked = {}): Promise<T> {
  return (await datedSetting<T>(name, asked)).value
}

/**
 * As {@link settingAt}, with the legal reference: for rules that tell people what they rest on.
 * @throws SettingMissingError when none holds that day
 */
export async function datedSetting<T>(name: string, asked: Asked = {}): Promise<DatedSetting<T>> {
  return (await datedSettings<T>([name], asked)).get(name)!
}

/**
 * Several settings as they hold on one day, asked at once.
 * @throws SettingMissingError for the first of which none holds that day
 */
export async function datedSettings<T>(
  names: readonly string[],
  { on = today(), unitId, trx }: Asked = {}
): Promise<Map<string, DatedSetting<T>>> {
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT s.name, s.value, s.legal_reference FROM dated_settings s
       LEFT JOIN unit_closure c ON c.ancestor_id = s.unit_id AND c.descendant_id = ?
     WHERE s.name IN (${names.map(() => '?').join(', ')})
       AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to > ?)
       AND (s.unit_id IS NULL OR c.depth IS NOT NULL)
     ORDER BY s.unit_id IS NULL, c.depth, s.valid_from DESC`,
    [unitId ?? 0, ...names, on, on]
  )
  const found = new Map<string, DatedSetting<T>>()
  for (const row of rows as { name: string; value: unknown; legal_reference: string }[]) {
    // The nearest unit's newest value comes first.
    if (found.has(row.name)) continue
    const value = (typeof row.value === 'string' ? JSON.parse(row.value) : row.value) as T
    found.set(row.name, { value, legalReference: row.legal_reference })
  }
  const missing = names.find((name) => !found.has(name))
  if (missing) throw new SettingMissingError(missing, on)
  return found
}
