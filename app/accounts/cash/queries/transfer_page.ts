import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import { TRANSFER_TONES } from '#accounts/cash/lists/cash_lists'
import { entriesOf, historyOf } from '#accounts/holdings/history'
import type CashTransfer from '#accounts/models/cash_transfer'

/** What the page of a transfer shows, for the side that sent it and for the one that counts it. */
export async function transferPage(transfer: CashTransfer, user: User, locale: string) {
  const { id, unitId, toUnitId, sentBy, receivedBy } = transfer
  const units = await db
    .from('units')
    .whereIn('id', [unitId, toUnitId])
    .select('id', `name_${locale === 'en' ? 'en' : 'ar'} as name`)
  const people = await db
    .from('users')
    .whereIn('id', [sentBy, receivedBy ?? 0])
    .select('id', 'full_name as name')
  const nameIn = (rows: { id: number; name: string }[], wanted: number | null) =>
    rows.find((row) => Number(row.id) === wanted)?.name ?? null
  return {
    transfer,
    tones: TRANSFER_TONES,
    from: nameIn(units, unitId),
    to: nameIn(units, toUnitId),
    sender: nameIn(people, sentBy),
    receiver: nameIn(people, receivedBy),
    history: await historyOf({ type: 'cash_transfer', id }, user, 'accounts.safes.read'),
    entries: await entriesOf([`cash_transfer/${id}/`], user),
  }
}
