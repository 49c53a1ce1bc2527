import db from '@adonisjs/lucid/services/db'
import type { RowScope } from '#identity/access/declaration'

/** Tables whose unit is not in `unit_id`. */
const UNIT_COLUMNS: Readonly<Record<string, string>> = { units: 'id', users: 'home_unit_id' }

/** Tables that every unit shares: their rows only have to exist. */
const SHARED = new Set(['roles', 'asset_classes', 'ledger_accounts', 'revenue_heads'])

/** The column that holds the unit of a table's rows. */
export function unitColumn(table: string): string {
  return UNIT_COLUMNS[table] ?? 'unit_id'
}

export function isShared(table: string): boolean {
  return SHARED.has(table)
}

/**
 * The unit a row belongs to: its id, null for a row of the whole installation, `'shared'` for one that
 * belongs to no unit, undefined when there is no such row.
 */
export async function unitOfRow(
  scope: RowScope,
  value: string
): Promise<number | null | 'shared' | undefined> {
  const by = scope.by ?? 'id'
  // "12abc" must not find row 12, as MariaDB's own conversion would.
  if (by === 'id' && !/^[1-9]\d{0,17}$/.test(value)) return undefined
  if (isShared(scope.of)) {
    const found = await db.from(scope.of).where(by, value).select(by).first()
    return found ? 'shared' : undefined
  }
  const row = await db
    .from(scope.of)
    .where(by, value)
    .select(`${unitColumn(scope.of)} as unitId`)
    .first()
  return row ? row.unitId : undefined
}
