import type { Trx } from '#core/within'
import type RuleChange from '#rules/models/rule_change'
import type { RuleKey, RuleTable, RuleVersion } from '#rules/rule_table'

/** The version that the change makes, ends or confirms. */
export async function applyChange(
  { table, insert }: RuleTable,
  change: RuleChange,
  { key, last, trx }: { key: RuleKey; last: RuleVersion | null; trx: Trx }
): Promise<number> {
  const { legalReference, validFrom: from } = change
  if (change.kind === 'confirmation') {
    const confirmed = { confirmed: true, legal_reference: legalReference }
    await trx.from(table).where('id', change.baseId!).update(confirmed)
    return change.baseId!
  }
  // The day on which the old one no longer holds: its last day is the one before.
  if (last && last.to === null) {
    await trx.from(table).where('id', last.id).update({ valid_to: from })
  }
  if (change.kind === 'end') return last!.id
  return insert({ key, values: change.newValues, from: from!, legalReference }, trx)
}
