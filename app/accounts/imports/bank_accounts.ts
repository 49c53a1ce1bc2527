import { latinDigits, stripInvisible } from '#core/arabic'
import type { UnitScope } from '#core/imports/unit_scope'
import type { Trx } from '#core/within'

export interface KnownAccount {
  id: string
  unitId: string
}

/** Account numbers as they are kept: no spaces, dashes or marks, capital letters, Latin digits. */
export function accountNumber(text: string): string {
  return latinDigits(stripInvisible(text))
    .replace(/[\s\-_.]/g, '')
    .toUpperCase()
}

/**
 * Finds the bank accounts of the units in scope by what papers call them: the recorded number, an
 * IBAN's own account part, or `bank/account` as MT940 writes it. A doubtful number finds nothing.
 */
export async function bankAccounts(
  scope: UnitScope,
  trx: Trx
): Promise<(text: string) => KnownAccount | null> {
  const [rows] = await trx.rawQuery(
    `SELECT b.id, b.unit_id, b.account_no FROM bank_accounts b
     JOIN unit_closure c ON c.descendant_id = b.unit_id WHERE c.ancestor_id = ?`,
    [scope.id]
  )
  const accounts = (rows as { id: number; unit_id: number; account_no: string }[]).map((row) => ({
    number: accountNumber(row.account_no),
    account: { id: String(row.id), unitId: String(row.unit_id) },
  }))
  const exact = new Map(accounts.map(({ number, account }) => [number, account]))
  const seen = new Map<string, KnownAccount | null>()

  const find = (text: string): KnownAccount | null => {
    const wanted = accountNumber(text)
    const part = wanted.split('/').at(-1)!
    const found = exact.get(wanted) ?? exact.get(part)
    if (found || part.replace(/^0+/, '').length < 8) return found ?? null
    const bare = part.replace(/^0+/, '')
    const ending = accounts.filter(({ number }) => number.endsWith(bare) || bare.endsWith(number))
    return ending.length === 1 ? ending[0]!.account : null
  }
  return (text) => {
    if (!seen.has(text)) seen.set(text, find(text))
    return seen.get(text)!
  }
}
