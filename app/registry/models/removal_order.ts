import { compose } from '@adonisjs/core/helpers'
import { RemovalOrderSchema } from '#database/schema'
import { Lockable } from '#core/lockable'
import { visible, type Reader } from '#identity/access/visible'

/** A decision to remove an encroachment by the administrative way (قرار إزالة) and how it was carried out. */
export default class RemovalOrder extends compose(RemovalOrderSchema, Lockable) {
  static override table = 'removal_orders'

  declare status: 'draft' | 'issued' | 'refused' | 'withdrawn'

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'registry.encroachments.read', 'removal_orders.unit_id')
  }

  /** What issuing binds: ground, text and days, without what is done afterwards. */
  picture() {
    const { caseId, episode, answerId, legalBasis, subject, madeBy, surveyorId } = this
    const { orderNo, issuedOn, leaveBy, grievanceUntil } = this
    return {
      ...{ caseId, episode, answerId, legalBasis, subject, madeBy, surveyorId },
      ...{ orderNo, issuedOn, leaveBy, grievanceUntil },
    }
  }
}
