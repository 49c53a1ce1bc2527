import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import type { UnitIds } from '#identity/access/access'

export interface Assignee {
  id: number
  name: string
}

/** The people who may explain differences in some of these units today, by name. */
export async function assignees(units: UnitIds): Promise<Assignee[]> {
  if (units !== 'all' && units.length === 0) return []
  const day = today()
  const rows = await db
    .from('users')
    .join('grants', 'grants.user_id', 'users.id')
    .join('role_permissions', 'role_permissions.role_id', 'grants.role_id')
    .where('role_permissions.permission', 'revenue.differences.explain')
    .where('users.status', 'active')
    .whereNull('grants.revoked_at')
    .where('grants.valid_from', '<=', day)
    .where((query) => query.whereNull('grants.valid_to').orWhere('grants.valid_to', '>', day))
    .if(units !== 'all', (query) =>
      query.whereIn(
        'grants.unit_id',
        // Whoever is granted a unit or any above it may explain there.
        db
          .from('unit_closure')
          .whereIn('descendant_id', units as number[])
          .select('ancestor_id')
      )
    )
    .distinct('users.id', 'users.full_name as name')
    .orderBy('users.full_name')
  return rows.map((row) => ({ id: Number(row.id), name: String(row.name) }))
}
