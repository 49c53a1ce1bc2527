import db from '@adonisjs/lucid/services/db'
import { addDays, daysBetween, today } from '#core/days'
import { Money } from '#core/money'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import type { Finding } from '#registry/rules/finding'
import type Right from '#registry/models/right'
import { FOREVER, type Billing } from '#registry/rights/kinds'
import { totalArrears } from '#registry/rights/ports'
import { holdoverPerDay } from '#registry/rights/rent'
import { judgeRight } from '#registry/rights/rules/judge_right'

/** One right with its whole chain: contract, partners, rents, renewals, occupants, what happened to it. */
export async function rightPage(right: Right) {
  const [shares, terms, renewals, occupancies, events, slots] = await Promise.all([
    many(
      `SELECT p.id, p.name, p.party_no, s.written, s.numerator, s.denominator FROM right_shares s
       JOIN parties p ON p.id = s.party_id WHERE s.right_id = ? ORDER BY s.numerator DESC, p.id`,
      [right.id]
    ),
    many(
      `SELECT *, valid_to - INTERVAL 1 DAY AS valid_until FROM right_terms WHERE right_id = ? ORDER BY valid_from`,
      [right.id]
    ),
    many(
      `SELECT id, right_no, status, valid_from, valid_to - INTERVAL 1 DAY AS valid_until, renewed_from_id
       FROM rights WHERE renewed_from_id = ? OR id = ? ORDER BY valid_from`,
      [right.id, right.renewedFromId]
    ),
    many('SELECT * FROM occupancies WHERE right_id = ? ORDER BY valid_from, slot_no LIMIT 50', [
      right.id,
    ]),
    many(
      `SELECT occurred_at, actor_name, action, reason FROM trail
       WHERE unit_id = ? AND subject_type = 'right' AND subject_id = ? ORDER BY seq`,
      [right.unitId, right.id]
    ),
    many('SELECT slot_no FROM right_slots WHERE right_id = ? ORDER BY slot_no', [right.id]),
  ])
  return {
    shares,
    terms,
    renewedFrom: renewals.find(({ id }) => Number(id) === right.renewedFromId) ?? null,
    renewals: renewals.filter((row) => Number(row.renewed_from_id) === right.id),
    occupancies,
    events,
    slots: slots.map(({ slot_no: slot }) => slot as number),
    arrears: await totalArrears([right.id]),
    holdover: await holdoverOf(right),
    until: right.validTo === FOREVER ? null : addDays(right.validTo, -1),
    daysLeft: right.validTo === FOREVER ? null : daysBetween(today(), right.heldTo),
  }
}

/** Days since the end and their charge by the tariff of today, for who stays on. */
export async function holdoverOf(right: Right) {
  if (right.status !== 'holdover') return null
  const [last] = await many(
    'SELECT billing, period_amount FROM right_terms WHERE right_id = ? ORDER BY valid_from DESC LIMIT 1',
    [right.id]
  )
  const { factor } = await settingAt<{ factor: string }>('registry.rights.holdover', {
    unitId: right.unitId,
  })
  const perDay = holdoverPerDay(
    {
      ...right.rentTerms(),
      billing: (last?.billing ?? right.billing) as Billing,
      periodAmount: last ? Money.of(last.period_amount) : right.periodAmount,
    },
    factor
  )
  const days = Math.max(0, daysBetween(right.heldTo, today()))
  return { days, perDay, due: Money.piastres(perDay.piastres * BigInt(days)) }
}

/** What the rules say of a draft now, so that its maker sees it before the approver does. */
export async function findingsOf(right: Right): Promise<Finding[]> {
  if (right.status !== 'draft' || right.isImported) return []
  return db.transaction((trx: Trx) => judgeRight(right, trx))
}

/** What a person may do with the right now: its state's moves, the permissions, and who made it. */
export function stepsFor(right: Right, user: User) {
  const manages = user.can('registry.rights.manage', right.unitId)
  const approves = user.can('registry.rights.approve', right.unitId)
  const can = (state: string) => right.canMoveTo(state)
  const mine = right.madeBy === user.id
  const house = !right.isImported
  return {
    edit: manages && house && right.status === 'draft',
    approve: approves && house && !mine && can('approved'),
    waitsForOther: house && mine && right.status === 'draft',
    override: user.can('registry.rules.override', right.unitId),
    activate: manages && right.status === 'approved',
    withdraw: manages && ['draft', 'approved'].includes(right.status),
    renew: manages && can('renewed'),
    suspend: approves && can('suspended'),
    resume: approves && right.status === 'suspended',
    terminate: approves && can('terminated') && !['draft', 'approved'].includes(right.status),
    holdover: manages && can('holdover'),
    vacate: manages && can('vacated'),
    contract: house && right.status !== 'draft',
    document: user.can('registry.documents.manage', right.unitId),
  }
}

async function many(sql: string, values: unknown[]): Promise<Record<string, any>[]> {
  const [rows] = await db.rawQuery(sql, values as string[])
  return rows
}
