import { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { declarationOf, rowScopes, type RowScope } from '#identity/access/declaration'
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

/** What was read of a row's place together with the session, before the door asks for it. */
interface PlaceRead {
  scope: RowScope
  value: string
  row: PlaceRow
}

interface PlaceRow {
  unit: number | null
  is_secret: number
}

const readAhead = new WeakMap<HttpContext, PlaceRead>()

/**
 * The place of the row that the address names, as a question of one row to be asked along with another:
 * `place_unit`, `place_secret`, and `place_found` where there is such a row. Null where the address names
 * none that belongs to a unit.
 */
export function placeAsked({ route, params }: HttpContext) {
  const declaration = route && declarationOf(route)
  if (declaration?.for !== 'holders') return null
  const scope = rowScopes(declaration.scope).find(({ param }) => param && params[param])
  const value = scope && String(params[scope.param!])
  if (!scope || !value || isShared(scope.of) || !isKey(scope, value)) return null
  const by = scope.by ?? 'id'
  const sql = `SELECT ${unitColumn(scope.of)} AS place_unit, ${secrecy(scope.of)} AS place_secret, 1 AS place_found
    FROM ${scope.of} WHERE ${by} = ? LIMIT 1`
  return { scope, value, sql }
}

/** Keeps the answer for the one time that the door asks. */
export function placeWasRead(ctx: HttpContext, place: PlaceRead): void {
  readAhead.set(ctx, place)
}

/** Where the row that a scope names belongs; null when there is no such row. */
export async function placeOfRow(scope: RowScope, value: string): Promise<RowPlace | null> {
  if (!isKey(scope, value)) return null
  const by = scope.by ?? 'id'
  if (isShared(scope.of)) {
    const found = await db.from(scope.of).where(by, value).select(by).first()
    return found ? { unit: 'shared', needs: null } : null
  }
  const row = takeReadAhead(scope, value) ?? (await placeRow(scope, value))
  const secret = secrets.get(scope.of)
  return row && { unit: row.unit, needs: secret && row.is_secret ? secret.permission : null }
}

function placeRow(scope: RowScope, value: string): Promise<PlaceRow | null> {
  return db
    .from(scope.of)
    .where(scope.by ?? 'id', value)
    .select(`${unitColumn(scope.of)} as unit`, db.raw(`${secrecy(scope.of)} as is_secret`))
    .first()
}

/** Once only: what a request does afterwards may move the row. */
function takeReadAhead(scope: RowScope, value: string): PlaceRow | null {
  const ctx = HttpContext.get()
  const read = ctx && readAhead.get(ctx)
  if (!read || read.scope !== scope || read.value !== value) return null
  readAhead.delete(ctx)
  return read.row
}

const secrecy = (table: string) => `(${secrets.get(table)?.isSecret ?? '0'})`

/** "12abc" must not find row 12, as MariaDB's own conversion would. */
const isKey = ({ by = 'id' }: RowScope, value: string) =>
  by !== 'id' || /^[1-9]\d{0,17}$/.test(value)
