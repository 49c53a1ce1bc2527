import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { UnitSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { today } from '#core/fiscal'
import { visible, type Reader } from '#identity/access/visible'

/**
 * A unit of local government: ministry, governorate, its headquarters and directorates, markaz, city,
 * district, village unit. Its code never changes; its name and place may, and keep their history.
 */
export default class Unit extends compose(UnitSchema, Lockable) {
  @belongsTo(() => Unit, { foreignKey: 'parentId' })
  declare parent: BelongsTo<typeof Unit>

  @hasMany(() => Unit, { foreignKey: 'parentId' })
  declare children: HasMany<typeof Unit>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'identity.units.read', 'units.id')
  }

  /** @throws E_ROW_NOT_FOUND */
  static withCode(code: string) {
    return this.findByOrFail('code', code)
  }

  get isOpen(): boolean {
    return this.closedOn === null || this.closedOn > today()
  }

  nameIn(locale: string): string {
    return locale === 'en' ? this.nameEn : this.nameAr
  }
}
