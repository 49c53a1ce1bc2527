import { MatchSuggestionSchema } from '#database/schema'
import { visible, type Reader } from '#identity/access/visible'

/** اقتراح مطابقة: two papers that fit each other and no other, for a person to accept or refuse. */
export default class MatchSuggestion extends MatchSuggestionSchema {
  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'revenue.reconciliation.read')
  }
}
