import { AllocationSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** تخصيص: how much of a receipt pays how much of a charge, by which rule or by whose decision. */
export default class Allocation extends AllocationSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
