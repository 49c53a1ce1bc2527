import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import FundShare from '#budget/models/fund_share'
import { baseChanged } from '#budget/funds/errors'
import { fundPorts } from '#budget/funds/ports'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's decision on the treasury's share: approved, it is entered in the ledger at once. */
export default class DecideShare {
  /** @throws SelfApprovalError, FundShareError where the revenue is no longer what it was of */
  approve(id: number, { on = today(), ...deciding }: Deciding & { on?: Day }): Promise<FundShare> {
    return decide(id, deciding, async (share, trx) => {
      const month = Month.containing(share.month)
      const { unitId, fundId, base, amount } = share
      const now = await fundPorts.revenueOf({ unitId, fundId, month }, trx)
      if (!now.equals(base)) throw baseChanged(base, now)
      share.moveTo('approved')
      share.entryId = await fundPorts.postShare(
        {
          ...{ unitId, fundId, amount, on, businessKey: `fund_share/${id}` },
          description: `حصة الخزانة العامة رقم ${share.label} من إيراد شهر ${month.label('ar')}`,
        },
        { by: deciding.by, trx }
      )
      share.effectiveOn = on
    })
  }

  /** @throws SelfApprovalError */
  refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }): Promise<FundShare> {
    return decide(id, { ...deciding, reason }, async (share) => {
      share.moveTo('refused')
      share.refusal = reason
    })
  }

  /** Taken back by those who prepare, before it is decided. */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }): Promise<FundShare> {
    return within(outer, async (trx) => {
      const share = await held(id, trx)
      share.moveTo('withdrawn')
      share.version += 1
      await share.save()
      const { unitId, label } = share
      const subject = { unitId, subjectType: 'fund_share', subjectId: id, label }
      await Trail.record({ action: 'fund_share.withdrawn', ...subject }, { by, trx })
      return share
    })
  }
}

const held = (id: number, trx: Trx) =>
  FundShare.query({ client: trx }).where({ id }).forUpdate().firstOrFail()

async function decide(
  id: number,
  { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
  work: (share: FundShare, trx: Trx) => Promise<void>
): Promise<FundShare> {
  return within(outer, async (trx) => {
    const share = await held(id, trx)
    if (share.madeBy === by.id) throw new SelfApprovalError()
    const hash = documentHash(share.picture())
    await work(share, trx)
    const approvedAt = DateTime.fromJSDate(clock.now())
    share.merge({ approvedBy: by.id, approvedAt, documentHash: hash, version: share.version + 1 })
    await share.save()
    const { unitId, label, madeBy } = share
    const subject = { type: 'fund_share', id, unitId, label }
    const decision = { subject, step: 'approve', madeBy, by, documentHash: hash, requestId, trx }
    if (reason === undefined) await new DecideApproval().approve(decision)
    else await new DecideApproval().refuse({ ...decision, reason })
    return share
  })
}
