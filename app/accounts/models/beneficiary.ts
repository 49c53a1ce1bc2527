import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { BeneficiarySchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'
import { openSealed, type SealedNumber } from '#accounts/beneficiaries/numbers'
import { visible, type Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'

/** Who is paid (مستفيد): a person, supplier, employee or public body. Numbers that name him are sealed. */
export default class Beneficiary extends compose(BeneficiarySchema, Lockable) {
  static override table = 'beneficiaries'

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @hasMany(() => BeneficiaryAccount, { foreignKey: 'beneficiaryId' })
  declare accounts: HasMany<typeof BeneficiaryAccount>

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.beneficiaries.read', 'beneficiaries.unit_id')
  }

  /**
   * The plain number behind a sealed column, for who pays him and who may see it.
   * @throws FieldSealError when the ciphertext was altered or moved from another row
   */
  reveal(kind: SealedNumber): string | null {
    const sealed = {
      national_id: this.nationalIdCipher,
      tax_no: this.taxNoCipher,
      commercial_register: this.commercialRegisterCipher,
    }[kind]
    return openSealed(sealed, kind, { unitId: this.unitId, beneficiaryNo: this.beneficiaryNo })
  }
}
