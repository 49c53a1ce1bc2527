import db from '@adonisjs/lucid/services/db'
import { today } from '#core/fiscal'
import type { Trx } from '#core/within'
import type { Permission } from '#identity/permissions'

/** The units a permission reaches: their ids, or the whole tree. */
export type UnitIds = number[] | 'all'

/**
 * What one person may do and where, on one day: the grants in force, spread over the tree. Read once
 * per request, so that a change of grants or roles holds from the next request on.
 */
export class Access {
  readonly #units: ReadonlyMap<Permission, UnitIds>
  readonly #sets = new Map<Permission, ReadonlySet<number>>()

  private constructor(units: ReadonlyMap<Permission, UnitIds>) {
    this.#units = units
  }

  static async of(userId: number, trx?: Trx): Promise<Access> {
    const client = trx ?? db
    const day = today()
    const held: { permission: Permission; unitId: number; isRoot: number }[] = await client
      .from('grants')
      .join('role_permissions', 'role_permissions.role_id', 'grants.role_id')
      .join('units', 'units.id', 'grants.unit_id')
      .where('grants.user_id', userId)
      .whereNull('grants.revoked_at')
      .where('grants.valid_from', '<=', day)
      .where((query) => query.whereNull('grants.valid_to').orWhere('grants.valid_to', '>', day))
      .distinct('role_permissions.permission', 'grants.unit_id as unitId')
      .select(client.raw('units.parent_id IS NULL AS isRoot'))

    const below = await descendants(
      [...new Set(held.filter((row) => !row.isRoot).map((row) => row.unitId))],
      trx
    )
    const units = new Map<Permission, Set<number> | 'all'>()
    for (const { permission, unitId, isRoot } of held) {
      if (isRoot) units.set(permission, 'all')
      const reached = units.get(permission) ?? new Set<number>()
      if (reached === 'all') continue
      for (const id of below.get(unitId) ?? []) reached.add(id)
      units.set(permission, reached)
    }
    return new Access(
      new Map([...units].map(([name, ids]) => [name, ids === 'all' ? ids : [...ids]]))
    )
  }

  /** The units where the permission is held, those below a granted unit included. */
  unitIds(permission: Permission): UnitIds {
    return this.#units.get(permission) ?? []
  }

  /** Whether the permission is held in this unit; a NULL unit is the whole installation. */
  can(permission: Permission, unitId: number | null): boolean {
    const units = this.unitIds(permission)
    if (units === 'all') return true
    if (unitId === null) return false
    let set = this.#sets.get(permission)
    if (!set) this.#sets.set(permission, (set = new Set(units)))
    return set.has(unitId)
  }

  /** Whether the permission is held in any unit at all. */
  holds(permission: Permission): boolean {
    const units = this.unitIds(permission)
    return units === 'all' || units.length > 0
  }

  /** Every permission held somewhere. */
  permissions(): Permission[] {
    return [...this.#units.keys()]
  }
}

async function descendants(unitIds: number[], trx?: Trx): Promise<Map<number, number[]>> {
  const below = new Map<number, number[]>()
  if (unitIds.length === 0) return below
  const rows = await (trx ?? db)
    .from('unit_closure')
    .whereIn('ancestor_id', unitIds)
    .select('ancestor_id as ancestor', 'descendant_id as descendant')
  for (const { ancestor, descendant } of rows) {
    below.set(ancestor, [...(below.get(ancestor) ?? []), descendant])
  }
  return below
}
