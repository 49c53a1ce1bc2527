import { DifferenceSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** فرق: what does not agree between what was due, collected and banked, by name. */
export default class Difference extends DifferenceSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.differences.read')
  }
}
