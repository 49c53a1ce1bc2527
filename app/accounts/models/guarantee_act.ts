import { compose } from '@adonisjs/core/helpers'
import { GuaranteeActSchema } from '#database/schema'
import { sentence } from '#core/domain_error'
import { Lockable } from '#core/lockable'
import { WithTransitions, type Transitions } from '#core/transitions'

export const ACT_KINDS = [
  'accept',
  'clear',
  'bounce',
  'extend',
  'release',
  'call',
  'withdraw',
  'forfeit',
  'penalise',
] as const

export type ActKind = (typeof ACT_KINDS)[number]

/** Acts that take money of others: the head of the authority signs them. */
export const OF_AUTHORITY: readonly ActKind[] = ['call', 'forfeit']

/** One step in the life of a guarantee, made by one and decided by another; together its history. */
export default class GuaranteeAct extends compose(GuaranteeActSchema, Lockable, WithTransitions) {
  static override table = 'guarantee_acts'
  static transitions = {
    proposed: ['approved', 'refused'],
    approved: [],
    refused: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
  }

  /** What its approval binds. */
  picture() {
    const { guaranteeId, kind, expiresAfter, paperNo, reason } = this
    const amount = this.amount && String(this.amount)
    return { guaranteeId, kind, expiresAfter, paperNo, reason, amount }
  }
}
