import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { UserSchema } from '#database/schema'
import { fold } from '#core/arabic'
import { Lockable } from '#core/lockable'
import type { Trx } from '#core/within'
import { Access, type UnitIds } from '#identity/access/access'
import { visible, type Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'
import Grant from '#identity/models/grant'
import Unit from '#identity/models/unit'

/** A person who signs in. What he may do and where follows from his grants in force. */
export default class User extends compose(UserSchema, Lockable) implements Reader {
  #access?: Access

  @belongsTo(() => Unit, { foreignKey: 'homeUnitId' })
  declare homeUnit: BelongsTo<typeof Unit>

  @hasMany(() => Grant)
  declare grants: HasMany<typeof Grant>

  /** The people whose home unit lies where the reader may see people. */
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'identity.people.read', 'home_unit_id')
  }

  /** A person with his access read, for commands and jobs that act for him. */
  static async withAccess(id: number): Promise<User> {
    return (await this.findOrFail(id)).loadAccess()
  }

  /** The search form of a person's account, name and job. */
  static searchTextOf(user: { email: string; fullName: string; jobTitle?: string | null }): string {
    return fold(`${user.fullName} ${user.jobTitle ?? ''} ${user.email}`).slice(0, 400)
  }

  get isActive(): boolean {
    return this.status === 'active'
  }

  /**
   * Reads the grants in force today. The access middleware does it once per request; a request that
   * writes may call it again to see changes made since.
   */
  async loadAccess(trx?: Trx): Promise<this> {
    this.#access = await Access.of(this.id, trx)
    return this
  }

  /** The units where the permission is held, below granted units included; `'all'` for the whole tree. */
  unitIds(permission: Permission): UnitIds {
    return this.#loaded().unitIds(permission)
  }

  /** Whether the permission is held in this unit; a NULL unit is the whole installation. */
  can(permission: Permission, unitId: number | null): boolean {
    return this.#loaded().can(permission, unitId)
  }

  /** Whether the permission is held in any unit: for menus and for routes without unit data. */
  holds(permission: Permission): boolean {
    return this.#loaded().holds(permission)
  }

  /** Every permission held somewhere. */
  permissions(): Permission[] {
    return this.#loaded().permissions()
  }

  /** What the trail keeps of an account: never the password. */
  picture() {
    const { email, fullName, jobTitle, phone, homeUnitId, status } = this
    return { email, fullName, jobTitle, phone, homeUnitId, status }
  }

  /** This person as the one who acts, for the trail. */
  asActor(requestId?: string) {
    return { id: this.id, name: this.fullName, requestId }
  }

  #loaded(): Access {
    if (!this.#access) throw new Error('The access of this person was not read: await loadAccess()')
    return this.#access
  }
}
