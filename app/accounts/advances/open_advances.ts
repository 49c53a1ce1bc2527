import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import type { OpenOne } from '#accounts/advances/errors'
import type { Holder } from '#accounts/holdings/holder_of'
import type { AdvanceKind } from '#accounts/models/advance'

interface Asked {
  holder: Holder
  kind: AdvanceKind
  contractNo: string | null
}

/** The one advance of a kind (of a supplier: and contract) that its holder has not settled, in any unit. */
export async function openAdvanceOf({ holder, kind, contractNo }: Asked): Promise<OpenOne> {
  const row = await db
    .from('advances as a')
    .join('units as u', 'u.id', 'a.unit_id')
    .where('a.kind', kind)
    .whereIn('a.status', ['requested', 'approved', 'paid'])
    .where(
      holder.userId ? { 'a.holder_user_id': holder.userId } : { 'a.party_id': holder.partyId! }
    )
    .whereRaw("COALESCE(a.contract_no, '') = ?", [contractNo ?? ''])
    .select('a.number', 'a.fiscal_year', 'u.name_ar', 'u.name_en')
    .select(db.raw('a.amount - a.settled AS open'))
    .firstOrFail()
  return {
    label: `${row.number}/${row.fiscal_year}`,
    unitAr: row.name_ar,
    unitEn: row.name_en,
    open: Money.of(row.open),
  }
}
