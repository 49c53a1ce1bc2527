import db from '@adonisjs/lucid/services/db'
import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { RoleSchema } from '#database/schema'
import type { Trx } from '#core/within'
import Grant from '#identity/models/grant'
import { isPermission, type Permission } from '#identity/permissions'

/** A named set of permissions. */
export default class Role extends RoleSchema {
  @hasMany(() => Grant)
  declare grants: HasMany<typeof Grant>

  /** The permissions of the role that the catalogue still knows. */
  async permissions(trx?: Trx): Promise<Permission[]> {
    const rows = await (trx ?? db)
      .from('role_permissions')
      .where('role_id', this.id)
      .orderBy('permission')
      .select('permission')
    return rows.map((row) => row.permission as string).filter(isPermission)
  }

  /** Makes these, and no others, the permissions of the role. Gives both sets for the trail. */
  async setPermissions(
    wanted: readonly Permission[],
    trx: Trx
  ): Promise<{ before: Permission[]; after: Permission[] }> {
    const before = await this.permissions(trx)
    const after = [...new Set(wanted)].sort()
    if (before.join() === after.join()) return { before, after }
    await trx.from('role_permissions').where('role_id', this.id).delete()
    if (after.length > 0) {
      await trx
        .insertQuery()
        .table('role_permissions')
        .multiInsert(after.map((permission) => ({ role_id: this.id, permission })))
    }
    return { before, after }
  }

  nameIn(locale: string): string {
    return locale === 'en' ? this.nameEn : this.nameAr
  }
}
