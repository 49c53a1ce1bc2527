import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { DomainError, type Sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import type RegisterTransaction from '#registry/models/register_transaction'
import { settleAgain } from '#registry/register/findings'
import {
  carryOut,
  heldChange,
  holdWithInputs,
  judgeHeld,
  placesOfChanges,
} from '#registry/register/held_change'
import { writeTrail } from '#registry/register/kinds/parts'
import { takeTurns } from '#registry/register/locks'

/** Why an approved change could not take effect; kept with it until somebody settles it. */
export interface EffectFailure {
  code: string
  messages: Sentence
  cure?: Sentence
}

export type Effect = 'effective' | 'failed' | 'nothing'

interface Act {
  on?: Day
  /** First statement of each transaction: refuses an overtaken worker. */
  guard?: (trx: Trx) => Promise<void>
}

/**
 * A change that was approved ahead takes effect on its day (سريان المعاملة): held, judged once more and
 * done. Where it no longer fits it stays approved and not in effect, with the reason as a task for
 * those who decide. Coming again changes nothing.
 */
export default class TakeEffect {
  async handle(transactionId: number, act: Act = {}): Promise<Effect> {
    try {
      const places = await placesOfChanges([transactionId])
      return await within(null, (trx) => this.#carryOut(transactionId, places, act, trx))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await within(null, (trx) => this.#keepFailure(transactionId, error, act, trx))
      return 'failed'
    }
  }

  async #carryOut(id: number, places: number[], { on, guard }: Act, trx: Trx): Promise<Effect> {
    await guard?.(trx)
    await takeTurns(places, trx)
    const held = await holdWithInputs(id, trx)
    const { change } = held
    if (!isDue(change, on)) return 'nothing'
    const { findings, context } = await judgeHeld(held, { by: SYSTEM, trx })
    const kept = settleAgain(findings, change.findings ?? [])
    await carryOut(change, context)
    change.moveTo('approved')
    change.merge({
      findings: kept,
      effectFailure: null,
      effectiveAt: DateTime.fromJSDate(clock.now()),
      version: change.version + 1,
    })
    await change.save()
    await writeTrail(context)
    await tell('register_transaction.took_effect', change, trx)
    return 'effective'
  }

  async #keepFailure(id: number, error: DomainError, { on, guard }: Act, trx: Trx): Promise<void> {
    await guard?.(trx)
    const change = await heldChange(id, trx)
    if (!isDue(change, on)) return
    const { messages, cure } = error
    const code = (error.constructor as typeof DomainError).code ?? 'E_DOMAIN'
    const failure: EffectFailure = { code, messages, ...(cure ? { cure } : {}) }
    const isNews = change.effectFailure?.messages.en !== messages.en
    change.merge({
      effectFailure: failure,
      effectTriedAt: DateTime.fromJSDate(clock.now()),
      version: change.version + 1,
    })
    await change.save()
    // Tried anew each day: the trail is told once of each reason.
    if (isNews) await tell('register_transaction.effect_failed', change, trx, messages.ar)
  }
}

function isDue(change: RegisterTransaction, on = today()): boolean {
  return change.status === 'scheduled' && change.effectiveOn <= on
}

function tell(action: string, change: RegisterTransaction, trx: Trx, reason?: string) {
  const { id, unitId, kind, label, effectiveOn } = change
  return Trail.record(
    {
      action,
      unitId,
      subjectType: 'register_transaction',
      subjectId: id,
      label: `${kind} ${label}`,
      after: { effectiveOn },
      reason: reason?.slice(0, 500),
    },
    { by: SYSTEM, trx }
  )
}
