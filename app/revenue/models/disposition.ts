import { DispositionSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** مصير الواقعة: where a charge, receipt, slip, batch or bank line ended, exactly one for each. */
export default class Disposition extends DispositionSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
