import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { assertTransition, TransitionError } from '#core/transitions'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { deadlineOf } from '#registry/encroachments/deadlines'
import { CaseNotReadyError, CaseRuleError } from '#registry/encroachments/errors'
import {
  allows,
  CASE_LIFE,
  CASE_STATE_NAMES,
  CLOSED,
  MOVES,
  type CaseState,
  type MoveName,
} from '#registry/encroachments/life'
import { addStep } from '#registry/encroachments/timeline'
import EncroachmentCase from '#registry/models/encroachment_case'
import type { Finding } from '#registry/rules/finding'

export interface CaseAct {
  by: Actor
  /** The day it happened in the world; today when left out. */
  on?: Day
  note?: string | null
  trx?: Trx
}

/** As {@link CaseAct}, by a person whose approval or refusal is kept. */
export interface DecidingAct extends Omit<CaseAct, 'by'> {
  by: User
  requestId?: string
}

/** What the work of a move says: where the case goes when the table leaves a choice, and its figures. */
export interface Moved {
  to?: CaseState
  facts?: Record<string, unknown>
}

/**
 * The one way a case moves. The case is held first, so that what is judged is what is changed; the table
 * decides whether the move is possible; the work writes what belongs to it; then the case, its timeline
 * and the trail are written in the same transaction.
 * @throws TransitionError, CaseNotReadyError, and what the work throws
 */
export async function moveCase(
  caseId: number,
  name: MoveName,
  { by, on = today(), note, trx: outer }: CaseAct,
  work?: (kase: EncroachmentCase, trx: Trx, on: Day) => Promise<Moved | void>
): Promise<EncroachmentCase> {
  return within(outer, async (trx) => {
    const kase = await EncroachmentCase.query({ client: trx })
      .where('id', caseId)
      .forUpdate()
      .firstOrFail()
    assertMove(kase.status, name)
    assertDay(kase, on)
    const before = { status: kase.status, episode: kase.episode }
    const moved = (work && (await work(kase, trx, on))) || {}
    const to = moved.to ?? MOVES[name].to[0]!
    assertTransition(CASE_LIFE, before.status, to, CASE_STATE_NAMES)
    kase.merge({
      status: to,
      statusSince: on,
      closedOn: CLOSED.includes(to) ? on : null,
      deadlineOn: await deadlineOf(to, { on, unitId: kase.unitId, trx }),
    })
    await kase.save()
    await addStep(
      {
        ...{ caseId: kase.id, episode: kase.episode, step: name, on, note },
        ...{ from: before.status, to, facts: moved.facts },
      },
      by,
      trx
    )
    await Trail.record(
      {
        action: 'encroachment.moved',
        unitId: kase.unitId,
        subjectType: 'encroachment',
        subjectId: kase.id,
        label: kase.caseNo,
        before,
        after: { step: name, status: to, episode: kase.episode, on, ...moved.facts },
        reason: note,
      },
      { by, trx }
    )
    return kase
  })
}

/** @throws CaseRuleError when any rule is broken */
export function assertRules(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CaseRuleError(findings)
}

function assertMove(state: CaseState, name: MoveName): void {
  if (!allows(name, state)) {
    throw new TransitionError(state, MOVES[name].to[0]!, CASE_LIFE[state], CASE_STATE_NAMES)
  }
}

/** A step is not of tomorrow and not before the one it follows. */
function assertDay(kase: EncroachmentCase, on: Day): void {
  if (on > today()) {
    throw new CaseNotReadyError(
      sentence(`التاريخ ${on} لم يأت بعد.`, `The day ${on} has not come yet.`)
    )
  }
  if (on < kase.statusSince) {
    throw new CaseNotReadyError(
      sentence(
        `الخطوة السابقة في ${kase.statusSince}، ولا تسبقها خطوة في ${on}.`,
        `The step before was on ${kase.statusSince}; this one cannot be on ${on}.`
      ),
      { facts: { on, after: kase.statusSince } }
    )
  }
}
