import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { Trx } from '#core/within'

/**
 * Mixin for records that are judged before they are changed. `lock` reads the row again inside the
 * transaction and holds it, so that what is checked is what is changed. Several rows are locked in the
 * order of their ids.
 */
export function Lockable<T extends NormalizeConstructor<LucidModel>>(Base: T) {
  return class LockableModel extends Base {
    /**
     * The fresh row, held FOR UPDATE until the transaction ends; changes saved on it are part of it.
     * @throws E_ROW_NOT_FOUND when the row is gone
     */
    async lock(trx: Trx): Promise<this> {
      const model = this.constructor as LucidModel
      const row: LucidRow = await model
        .query({ client: trx })
        .where(model.primaryKey, this.$primaryKeyValue as string | number)
        .forUpdate()
        .firstOrFail()
      return row as this
    }
  }
}
