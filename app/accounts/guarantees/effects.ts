import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import {
  GuaranteeExpiredError,
  GuaranteePaperError,
  MoreThanIsHeldError,
} from '#accounts/guarantees/errors'
import type Guarantee from '#accounts/models/guarantee'
import type GuaranteeAct from '#accounts/models/guarantee_act'
import type { ActKind } from '#accounts/models/guarantee_act'
import type { Moved } from '#accounts/postings/post_holding'

/** What an act posts, where it posts anything. */
export interface Posting {
  event: string
  moved: Moved
}

type Effect = (guarantee: Guarantee, act: GuaranteeAct, on: Day) => Posting | null

/**
 * What each act does to a guarantee: its state, its days and amounts, and the entry that follows. A
 * letter's claim moves no money; only what the bank then pays does.
 */
export const EFFECTS: Readonly<Record<ActKind, Effect>> = {
  accept(guarantee) {
    if (guarantee.form === 'cheque') {
      guarantee.moveTo('received')
      return null
    }
    guarantee.moveTo('held')
    return { event: 'held', moved: standing(guarantee, guarantee.amount) }
  },
  clear(guarantee) {
    onlyOf(guarantee, 'cheque')
    guarantee.moveTo('held')
    return { event: 'held', moved: standing(guarantee, guarantee.amount) }
  },
  bounce(guarantee, _act, on) {
    guarantee.moveTo('bounced')
    guarantee.endedOn = on
    return null
  },
  /** A bank may extend instead of paying a claim. */
  extend(guarantee, act) {
    onlyOf(guarantee, 'letter')
    if (guarantee.status !== 'held') guarantee.moveTo('held')
    act.expiresBefore = guarantee.expiresOn
    guarantee.expiresOn = act.expiresAfter
    return null
  },
  release(guarantee, act, on) {
    if (guarantee.status !== 'held') guarantee.moveTo('released')
    guarantee.released = guarantee.released.add(withinLeft(guarantee, act))
    end(guarantee, 'released', on)
    return { event: 'released', moved: standing(guarantee, act.amount!) }
  },
  call(guarantee, act, on) {
    onlyOf(guarantee, 'letter')
    withinLeft(guarantee, act)
    if (on > guarantee.expiresOn!) {
      throw new GuaranteeExpiredError(guarantee.label, guarantee.expiresOn!)
    }
    guarantee.moveTo('called')
    return null
  },
  withdraw(guarantee) {
    onlyOf(guarantee, 'letter')
    guarantee.moveTo('held')
    return null
  },
  /** Of a letter: the bank has paid what was claimed. */
  forfeit: take('forfeited'),
  /** A penalty taken out of it; the penalty names this act. */
  penalise: take('penalised'),
}

/** A letter stands in memo accounts only. */
function standing({ form }: Guarantee, amount: Money): Moved {
  return form === 'letter' ? { memo: amount } : { amount }
}

function take(event: string): Effect {
  return (guarantee, act, on) => {
    if (guarantee.form === 'letter' ? guarantee.status !== 'called' : guarantee.status !== 'held') {
      throw new GuaranteePaperError(
        guarantee.form === 'letter'
          ? sentence(
              'لا يصادر خطاب الضمان قبل أن يطلب تسييله ويدفع البنك.',
              'A letter is forfeited only after it was claimed and the bank paid.'
            )
          : sentence('لا يصادر إلا تأمين سارٍ.', 'Only a deposit that is held is forfeited.')
      )
    }
    guarantee.forfeited = guarantee.forfeited.add(withinLeft(guarantee, act))
    if (!end(guarantee, 'forfeited', on) && guarantee.status === 'called') guarantee.moveTo('held')
    const amount = act.amount!
    return { event, moved: guarantee.form === 'letter' ? { memo: amount, amount } : { amount } }
  }
}

function end(guarantee: Guarantee, state: 'released' | 'forfeited', on: Day): boolean {
  if (!guarantee.left.isZero()) return false
  guarantee.moveTo(state)
  guarantee.endedOn = on
  return true
}

function withinLeft(guarantee: Guarantee, { amount }: GuaranteeAct): Money {
  if (amount!.compare(guarantee.left) > 0) {
    throw new MoreThanIsHeldError(guarantee.label, { held: guarantee.left, asked: amount! })
  }
  return amount!
}

function onlyOf(guarantee: Guarantee, form: 'letter' | 'cheque'): void {
  if (guarantee.form === form) return
  throw new GuaranteePaperError(
    form === 'letter'
      ? sentence('هذا الإجراء لخطاب الضمان وحده.', 'Only a letter has this step.')
      : sentence('هذا الإجراء للشيك وحده.', 'Only a cheque has this step.')
  )
}
