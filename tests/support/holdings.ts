import db from '@adonisjs/lucid/services/db'

let made = 0

/** A party of a unit: a supplier, a bidder, a contractor. */
export async function aParty(unitId: number, name = 'شركة النيل للمقاولات'): Promise<number> {
  const [id] = await db
    .insertQuery()
    .table('parties')
    .insert({
      unit_id: unitId,
      party_no: `H-${process.pid}-${++made}`,
      kind: 'organisation',
      name,
      folded_name: name,
    })
  return Number(id)
}

/** What stands on accounts of a unit, debit positive, by their codes. */
export async function standing(unitId: number): Promise<Record<string, string>> {
  const rows = await db
    .from('ledger_lines')
    .join('ledger_accounts', 'ledger_accounts.id', 'ledger_lines.account_id')
    .where('ledger_lines.unit_id', unitId)
    .groupBy('ledger_accounts.code')
    .havingRaw('SUM(debit - credit) <> 0')
    .select('ledger_accounts.code', db.raw('SUM(debit - credit) AS net'))
  return Object.fromEntries(rows.map(({ code, net }) => [code, net]))
}
