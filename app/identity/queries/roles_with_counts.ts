import db from '@adonisjs/lucid/services/db'

export interface RoleRow {
  id: number
  code: string
  nameAr: string
  nameEn: string
  descriptionAr: string
  descriptionEn: string
  isSeeded: boolean
  permissions: number
}

/** Every role with how much it permits. Who holds it is told per unit, on the grants page. */
export async function rolesWithCounts(): Promise<RoleRow[]> {
  const rows = await db
    .from('roles')
    .orderBy('roles.is_seeded', 'desc')
    .orderBy('roles.id')
    .select(
      'roles.id',
      'roles.code',
      'roles.name_ar as nameAr',
      'roles.name_en as nameEn',
      'roles.description_ar as descriptionAr',
      'roles.description_en as descriptionEn',
      'roles.is_seeded as isSeeded',
      db.raw('(SELECT COUNT(*) FROM role_permissions WHERE role_id = roles.id) AS permissions')
    )
  return rows.map((row) => ({
    ...row,
    isSeeded: Boolean(row.isSeeded),
    permissions: Number(row.permissions),
  }))
}
