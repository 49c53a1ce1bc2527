import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { PartySchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { fieldCipher } from '#core/field_cipher'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import Right from '#registry/models/right'

/** A person or organisation that deals with a unit (متعامل). Numbers that name him are sealed. */
export default class Party extends compose(PartySchema, Lockable) {
  static override table = 'parties'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @hasMany(() => Right, { foreignKey: 'partyId' })
  declare rights: HasMany<typeof Right>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.parties.read', 'parties.unit_id')
  }

  /**
   * The plain number behind a sealed column, for those who may see it.
   * @throws FieldSealError when the ciphertext was altered or moved from another row
   */
  reveal(kind: 'nationalId' | 'taxNo' | 'commercialRegister'): string | null {
    const sealed = this[`${kind}Cipher`]
    if (!sealed) return null
    const column = {
      nationalId: 'national_id',
      taxNo: 'tax_no',
      commercialRegister: 'commercial_register',
    }[kind]
    const place = { table: 'parties', column, row: `${this.unitId}/${this.partyNo}` }
    return fieldCipher.open(sealed.toString('ascii'), place)
  }
}
