import db from '@adonisjs/lucid/services/db'
import type { RowScope } from '#identity/access/declaration'
import type { Permission } from '#identity/permissions'

/** Tables whose unit is not in `unit_id`. */
const UNIT_COLUMNS: Readonly<Record<string, string>> = { units: 'id', users: 'home_unit_id' }

/** Tables that every unit shares: their rows only have to exist. */
const SHARED = new Set(['roles', 'asset_classes', 'ledger_accounts', 'revenue_heads'])

/** Rows that need a further permission in their unit, however they are reached. */
interface RowSecret {
  permission: Permission
  /** SQL over the table that is true for such a row. */
  isSecret: string
}

const secrets = new Map<string, RowSecret>()

/** Told by the domain that owns the table, before the first request. */
export function keepSecret(table: string, secret: RowSecret): void {
  secrets.set(table, secret)
}

/** The column that holds the unit of a table's rows. */
export function unitColumn(table: string): string {
  return UNIT_COLUMNS[table] ?? 'unit_id'
}

export function isShared(table: string): boolean {
  return SHARED.has(table)
}

/** Where a row belongs. */
export interface RowPlace {
  /** Id of its unit, null for a row of the whole installation, `'shared'` for one of no unit. */
  unit: number | null | 'shared'
  /** What is needed there beside what the route asks for. */
  needs: Permission | null
}

/** Where the row that a scope names belongs; null when there is no such row. */
export async function placeOfRow(scope: RowScope, value: string): Promise<RowPlace | null> {
  const by = scope.by ?? 'id'
  // "12abc" must not find row 12, as MariaDB's own conversion would.
  if (by === 'id' && !/^[1-9]\d{0,17}$/.test(value)) return null
  if (isShared(scope.of)) {
    const found = await db.from(scope.of).where(by, value).select(by).first()
    return found ? { unit: 'shared', needs: null } : null
  }
  const secret = secrets.get(scope.of)
  const row = await db
    .from(scope.of)
    .where(by, value)
    .select(`${unitColumn(scope.of)} as unit`, db.raw(`(${secret?.isSecret ?? '0'}) as is_secret`))
    .first()
  return row && { unit: row.unit, needs: secret && row.is_secret ? secret.permission : null }
}
