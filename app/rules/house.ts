import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import { forOneUnitAlone } from '#rules/errors'

/** Rules hold for the whole house: their story stands in the chain of its topmost unit. */
export async function topmostUnit(trx: Pick<Trx, 'from'>): Promise<number> {
  const root = await trx.from('units').whereNull('parent_id').orderBy('id').firstOrFail()
  return Number(root.id)
}

/**
 * A rule holds for every unit, so the word of a village's head of accounts is not enough: who decides
 * holds the permission over a governorate or the ministry.
 * @throws RuleChangeError
 */
export async function assertSpeaksForTheHouse(by: User, trx: Pick<Trx, 'rawQuery'>): Promise<void> {
  const [highest] = await trx.rawQuery(
    `SELECT u.id FROM units u LEFT JOIN units p ON p.id = u.parent_id
     WHERE u.parent_id IS NULL OR p.parent_id IS NULL`
  )
  const speaks = highest.some(({ id }: { id: number }) =>
    by.can('core.settings.approve', Number(id))
  )
  if (!speaks) throw forOneUnitAlone()
}
