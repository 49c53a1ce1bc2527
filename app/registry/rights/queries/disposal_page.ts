import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import type Disposal from '#registry/models/disposal'
import type { Finding } from '#registry/rules/finding'
import { disposalDomain, disposalValuation } from '#registry/rights/disposals/judge_disposal'

/** One disposal with its committee, bids, instalments, bases and what happened to it. */
export async function disposalPage(disposal: Disposal) {
  const { id } = disposal
  const [members, bids, instalments, events, bases] = await Promise.all([
    many('SELECT name, post FROM disposal_members WHERE disposal_id = ? ORDER BY position', [id]),
    many(
      `SELECT b.*, p.name, p.party_no FROM disposal_bids b JOIN parties p ON p.id = b.party_id
       WHERE b.disposal_id = ? ORDER BY b.is_accepted DESC, b.amount DESC, b.id`,
      [id]
    ),
    many(
      `SELECT i.*, k.book_no, r.number AS receipt_no FROM disposal_instalments i
       LEFT JOIN receipts r ON r.id = i.receipt_id LEFT JOIN receipt_books k ON k.id = r.book_id
       WHERE i.disposal_id = ? ORDER BY i.number`,
      [id]
    ),
    many(
      `SELECT occurred_at, actor_name, reason,
         IF(JSON_VALUE(after_value, '$.step') = 'award', 'awarded', SUBSTRING_INDEX(action, '.', -1)) AS verb FROM trail
       WHERE unit_id = ? AND subject_type = 'disposal' AND subject_id = ? ORDER BY seq`,
      [disposal.unitId, id]
    ),
    many('SELECT id, kind, number, year, subject FROM legal_bases WHERE id IN (?, ?)', [
      disposal.directBasisId ?? 0,
      disposal.undedicationId ?? 0,
    ]),
  ])
  const basis = (of: number | null) => bases.find((row) => Number(row.id) === of) ?? null
  return {
    members,
    bids,
    instalments,
    events,
    directBasis: basis(disposal.directBasisId),
    undedication: basis(disposal.undedicationId),
    next: instalments.find((one) => one.paid_on === null) ?? null,
  }
}

/** What R13 and R14 say of it while it is prepared. */
export async function disposalFindings(disposal: Disposal): Promise<Finding[]> {
  if (!['proposed', 'domain_checked', 'valued'].includes(disposal.status)) return []
  return db.transaction(async (trx: Trx) => {
    const domain = await disposalDomain(disposal, disposal.asset, trx)
    if (!disposal.valuationId) return domain
    return [...domain, ...(await disposalValuation(disposal, trx)).findings]
  })
}

/** What a person may do with it now. */
export function disposalSteps(disposal: Disposal, user: User, allPaid: boolean) {
  const manages = user.can('registry.disposals.manage', disposal.unitId)
  const approves = user.can('registry.disposals.approve', disposal.unitId)
  const { status } = disposal
  const others = disposal.madeBy !== user.id
  return {
    check_domain: manages && status === 'proposed',
    value: manages && status === 'domain_checked',
    offer: manages && status === 'approved',
    bid: manages && status === 'offered',
    propose_award: manages && status === 'offered',
    plan: manages && status === 'awarded' && disposal.awardPrice!.isPositive(),
    pay: manages && status === 'instalments' && !allPaid,
    title: manages && status === 'instalments' && allPaid,
    withdraw: manages && disposal.canMoveTo('withdrawn'),
    approve: approves && others && status === 'valued',
    refuse: approves && others && disposal.canMoveTo('refused'),
    approve_award: approves && status === 'award_proposed' && disposal.awardMadeBy !== user.id,
    refuse_award: approves && status === 'award_proposed' && disposal.awardMadeBy !== user.id,
    close: approves && status === 'titled',
    override: user.can('registry.rules.override', disposal.unitId),
  }
}

async function many(sql: string, values: unknown[]): Promise<Record<string, any>[]> {
  const [rows] = await db.rawQuery(sql, values as string[])
  return rows
}
