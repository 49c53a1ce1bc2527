import { compose } from '@adonisjs/core/helpers'
import { PenaltyAppealSchema } from '#database/schema'
import { Lockable } from '#core/lockable'

/** An appeal against a penalty (تظلم): before whom, and what became of the amount. */
export default class PenaltyAppeal extends compose(PenaltyAppealSchema, Lockable) {
  static override table = 'penalty_appeals'
}
