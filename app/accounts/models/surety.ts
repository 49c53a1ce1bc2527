import { SuretySchema } from '#database/schema'
import { addDays, type Day } from '#core/days'
import { visible, type Reader } from '#identity/access/visible'

/** What secures the state against a cashier or storekeeper (ضمان أرباب العهد), for a time. */
export default class Surety extends SuretySchema {
  static override table = 'sureties'

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.safes.read', 'sureties.unit_id')
  }

  /** The last day on which it holds, as its policy writes it. */
  get validUntil(): Day {
    return addDays(this.validTo, -1)
  }
}
