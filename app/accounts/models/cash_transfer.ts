import { compose } from '@adonisjs/core/helpers'
import { CashTransferSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'
import { visible, type Reader } from '#identity/access/visible'

/** Notes carried from one safe to another: sent by one person, counted and received by another. */
export default class CashTransfer extends compose(CashTransferSchema, Lockable, WithTransitions) {
  static override table = 'cash_transfers'
  static transitions = {
    sent: ['received', 'refused'],
    received: [],
    refused: [],
  } satisfies Transitions

  static stateNames = {
    sent: sentence('في الطريق', 'on its way'),
    received: sentence('مستلمة', 'received'),
    refused: sentence('مرفوضة', 'refused'),
  }

  static visibleTo(reader: Reader) {
    return visible(this.query(), reader, 'accounts.safes.read', 'cash_transfers.unit_id')
  }

  get label(): string {
    return `${this.number}/${this.fiscalYear}`
  }
}
