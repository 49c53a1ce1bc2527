import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import type { Trx } from '#core/within'
import DecideChange from '#rules/actions/decide_change'
import ProposeChange, { type AskedChange } from '#rules/actions/propose_change'
import { ruleTable, type RuleKey, type RuleVersion } from '#rules/rule_table'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

export const A_DECISION = {
  text: 'قرار وزير المالية رقم 12 لسنة 2026',
  on: '2026-11-15',
  article: '3',
}

/** Who proposes and who approves, for the whole house. */
export async function ruleKeepers() {
  const unitId = await aUnit()
  const head = await aPerson({ unitId, roles: ['accounts_head'] })
  const officer = await aPerson({ unitId, roles: ['finance_officer'] })
  return { unitId, head, officer }
}

export const versionsOf = (table: string, key: RuleKey): Promise<RuleVersion[]> =>
  ruleTable(table)!.versions({ key }, db as unknown as Trx)

/** Asks for a change, on a decision of the minister unless told. */
export const propose = (
  table: string,
  asked: Omit<AskedChange, 'legal' | 'reason'> & Partial<Pick<AskedChange, 'legal' | 'reason'>>,
  by: User
) =>
  new ProposeChange().handle(
    ruleTable(table)!,
    { legal: A_DECISION, reason: 'صدور قرار الوزير', ...asked },
    { by }
  )

export const approve = (id: number, by: User) => new DecideChange().approve(id, { by })
