import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { Trail, type TrailFact } from '#audit/trail'
import type { Actor } from '#audit/actor'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { assertMayChange, sameValues } from '#rules/checks'
import { changedMeanwhile } from '#rules/errors'
import { assertSpeaksForTheHouse, topmostUnit } from '#rules/house'
import RuleChange, { type ChangeKind } from '#rules/models/rule_change'
import { applyChange } from '#rules/apply_change'
import { ruleTable, type RuleKey, type RuleVersion } from '#rules/rule_table'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on a change of a rule. Approved, it holds from its day; the past stays. */
export default class DecideChange {
  /** @throws SelfApprovalError RuleChangeError where something stands in its way by now */
  approve(id: number, deciding: Deciding): Promise<RuleChange> {
    return decide(id, deciding, null, async (change, trx) => {
      const table = ruleTable(change.subject)!
      const key = change.keyParts as unknown as RuleKey
      const versions = await table.versions({ key, lock: true }, trx)
      const asked = {
        kind: change.kind as ChangeKind,
        ...{ key, name: change.name, from: change.validFrom, baseId: change.baseId },
        values: change.newValues as unknown,
      }
      assertBaseStands(change, versions)
      await assertMayChange(table, versions, asked, trx)
      change.resultId = await applyChange(table, change, {
        key,
        last: versions.at(-1) ?? null,
        trx,
      })
      change.moveTo('approved')
    })
  }

  /** @throws SelfApprovalError */
  refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }): Promise<RuleChange> {
    return decide(id, deciding, reason, async (change) => {
      change.moveTo('refused')
      change.refusal = reason
    })
  }

  /** Taken back by those who propose, before it is decided. */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }): Promise<RuleChange> {
    return within(outer, async (trx) => {
      const change = await held(id, trx)
      change.moveTo('withdrawn')
      await change.save()
      const subject = { ...factOf(change), unitId: await topmostUnit(trx) }
      await Trail.record({ ...subject, action: 'rule_change.withdrawn' }, { by, trx })
      return change
    })
  }
}

const held = (id: number, trx: Trx) =>
  RuleChange.query({ client: trx }).where({ id }).forUpdate().firstOrFail()

const factOf = ({ id, nameAr }: RuleChange) => ({
  ...{ subjectType: 'rule_change', subjectId: id, label: nameAr },
})

/** What it was proposed on is still the rule that stands. @throws RuleChangeError */
function assertBaseStands(change: RuleChange, versions: readonly RuleVersion[]): void {
  const base =
    change.kind === 'confirmation'
      ? versions.find(({ id }) => id === change.baseId)
      : versions.at(-1)
  const same = (base?.id ?? null) === change.baseId
  if (same && sameValues(base?.values ?? null, change.oldValues)) return
  throw changedMeanwhile(change.name)
}

async function decide(
  id: number,
  { by, requestId, trx: outer }: Deciding,
  reason: string | null,
  work: (change: RuleChange, trx: Trx) => Promise<void>
): Promise<RuleChange> {
  return within(outer, async (trx) => {
    const change = await held(id, trx)
    if (change.madeBy === by.id) throw new SelfApprovalError()
    await assertSpeaksForTheHouse(by, trx)
    const hash = documentHash(change.picture())
    const before = change.oldValues
    await work(change, trx)
    change.merge({
      decidedBy: by.id,
      decidedAt: DateTime.fromJSDate(clock.now()),
      documentHash: hash,
    })
    await change.save()
    const { nameAr: label, madeBy } = change
    const unitId = await topmostUnit(trx)
    const facts: TrailFact[] = []
    const decision = {
      ...{ subject: { type: 'rule_change', id, unitId, label }, step: 'approve', madeBy, by },
      ...{ documentHash: hash, requestId, trx, tell: (fact: TrailFact) => void facts.push(fact) },
    }
    if (reason !== null) await new DecideApproval().refuse({ ...decision, reason })
    else {
      await new DecideApproval().approve(decision)
      facts.push({
        ...{ ...factOf(change), unitId },
        ...{ action: 'rule.changed', before, after: change.picture(), reason: change.reason },
      })
    }
    await Trail.recordAll(facts, { by: by.asActor(requestId), trx })
    return change
  })
}
