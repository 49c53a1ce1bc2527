import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import User from '#identity/models/user'

let made = 0

export interface Given {
  unitId: number
  /** Codes of roles, given in the same unit from a past day on. */
  roles?: string[]
  fullName?: string
  /** Hashed for real, a third of a second: only for those who sign in through the page. */
  password?: string
  status?: 'active' | 'suspended'
}

/** A person with roles in a unit, ready for `loginAs`. */
export async function aPerson(given: Given): Promise<User> {
  const name = `p${process.pid}-${Date.now().toString(36)}-${++made}`
  const user = await User.create({
    email: `${name}@test.example`,
    fullName: given.fullName ?? `موظف ${made}`,
    homeUnitId: given.unitId,
    password: given.password ? await hash.make(given.password) : '-',
    mustChangePassword: false,
    status: given.status ?? 'active',
    locale: 'ar',
    theme: 'auto',
    searchText: name,
  })
  for (const role of given.roles ?? []) await aGrant(user.id, role, given.unitId)
  return user.loadAccess()
}

/** A grant as it stands in the table, without asking who may give it. */
export async function aGrant(
  userId: number,
  role: string,
  unitId: number,
  dates: { from?: string; to?: string | null } = {}
): Promise<number> {
  const { id: roleId } = await db.from('roles').where('code', role).select('id').firstOrFail()
  const [id] = await db
    .insertQuery()
    .table('grants')
    .insert({
      user_id: userId,
      role_id: roleId,
      unit_id: unitId,
      valid_from: dates.from ?? '2026-01-01',
      valid_to: dates.to ?? null,
    })
  return Number(id)
}

/** A role of its own with these permissions. */
export async function aRole(permissions: string[]): Promise<{ id: number; code: string }> {
  const code = `role_${process.pid}_${Date.now().toString(36)}_${++made}`
  const [id] = await db
    .insertQuery()
    .table('roles')
    .insert({ code, name_ar: 'دور للتجربة', name_en: 'Test role' })
  if (permissions.length > 0) {
    await db
      .insertQuery()
      .table('role_permissions')
      .multiInsert(permissions.map((permission) => ({ role_id: Number(id), permission })))
  }
  return { id: Number(id), code }
}
