import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/fiscal'
import { Remembered } from '#core/rarely_changed'
import type { Trx } from '#core/within'
import type { Permission } from '#identity/permissions'

/** The units a permission reaches: their ids, or the whole tree. */
export type UnitIds = number[] | 'all'

/**
 * What one person may do and where, on one day: the grants in force, spread over the tree. Remembered
 * until grants, roles or units change, so that such a change holds from the next request on.
 */
export class Access {
  readonly #units: ReadonlyMap<Permission, UnitIds>
  readonly #sets = new Map<Permission, ReadonlySet<number>>()

  private constructor(units: ReadonlyMap<Permission, UnitIds>) {
    this.#units = units
  }

  /** What holds today; within a transaction as that transaction sees it. */
  static async of(userId: number, trx?: Trx): Promise<Access> {
    return trx ? Access.read(userId, today(), trx) : remembered.get(`${userId} ${today()}`)
  }

  /** Reads the grants in force on a day. */
  static async read(userId: number, day: Day, trx?: Trx): Promise<Access> {
    const client = trx ?? db
    const held: Held[] = await client
      .from('grants')
      .join('role_permissions', 'role_permissions.role_id', 'grants.role_id')
      .join('units', 'units.id', 'grants.unit_id')
      .where('grants.user_id', userId)
      .whereNull('grants.revoked_at')
      .where('grants.valid_from', '<=', day)
      .where((query) => query.whereNull('grants.valid_to').orWhere('grants.valid_to', '>', day))
      .distinct('role_permissions.permission', 'grants.unit_id as unitId')
      .select(client.raw('units.parent_id IS NULL AS isRoot'))

    const [{ roots }] = held.some((row) => row.isRoot)
      ? await client.from('units').whereNull('parent_id').count('* as roots')
      : [{ roots: 0 }]
    const below = await descendants([...new Set(held.map((row) => row.unitId))], trx)
    return new Access(spread(held, below, Number(roots)))
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

const remembered = new Remembered((key) => {
  const [userId, day] = key.split(' ')
  return Access.read(Number(userId), day as Day)
})

interface Held {
  permission: Permission
  unitId: number
  isRoot: number
}

/** Each permission with every unit it reaches; the whole tree when it is held at all of its roots. */
function spread(
  held: readonly Held[],
  below: ReadonlyMap<number, readonly number[]>,
  roots: number
): Map<Permission, UnitIds> {
  const reached = new Map<Permission, { ids: Set<number>; roots: number }>()
  for (const { permission, unitId, isRoot } of held) {
    const found = reached.get(permission) ?? { ids: new Set<number>(), roots: 0 }
    if (isRoot) found.roots += 1
    for (const id of below.get(unitId) ?? []) found.ids.add(id)
    reached.set(permission, found)
  }
  // Permissions of one role reach the same units: one array stands for all of them.
  const lists = new Map<string, number[]>()
  return new Map(
    [...reached].map(([permission, found]): [Permission, UnitIds] => {
      if (roots > 0 && found.roots === roots) return [permission, 'all']
      const ids = [...found.ids]
      const key = ids.join()
      if (!lists.has(key)) lists.set(key, Object.freeze(ids) as number[])
      return [permission, lists.get(key)!]
    })
  )
}

async function descendants(unitIds: number[], trx?: Trx): Promise<Map<number, number[]>> {
  const below = new Map<number, number[]>()
  if (unitIds.length === 0) return below
  const rows = await (trx ?? db)
    .from('unit_closure')
    .whereIn('ancestor_id', unitIds)
    .select('ancestor_id as ancestor', 'descendant_id as descendant')
  for (const { ancestor, descendant } of rows) {
    const found = below.get(ancestor)
    if (found) found.push(descendant)
    else below.set(ancestor, [descendant])
  }
  return below
}
