import { fold } from '#core/arabic'
import type { Trx } from '#core/within'

/**
 * Finds the code of a revenue head by its code or name. What no head is known by keeps its own code
 * when it is one, and is left out otherwise: its money goes to revenue under settlement.
 */
export async function headCodes(trx: Trx): Promise<(name: string) => string | null> {
  const [heads] = await trx.rawQuery('SELECT code, name_ar, name_en FROM revenue_heads')
  const known = new Map<string, string>()
  for (const head of heads) {
    for (const name of [head.code, head.name_ar, head.name_en]) known.set(fold(name), head.code)
  }
  const seen = new Map<string, string | null>()
  return (name) => {
    const before = seen.get(name)
    if (before !== undefined) return before
    const code = known.get(fold(name)) ?? (/^[\x21-\x7e]{1,30}$/.test(name) ? name : null)
    if (seen.size < 10_000) seen.set(name, code)
    return code
  }
}

/** Ids of ledger accounts by code. */
export async function ledgerAccountIds<Code extends string>(
  codes: readonly Code[],
  sql: (text: string, bindings?: string[]) => Promise<{ id: number; code: string }[]>
): Promise<Record<Code, number>> {
  const rows = await sql(
    `SELECT id, code FROM ledger_accounts WHERE code IN (${codes.map(() => '?').join(', ')})`,
    [...codes]
  )
  const ids = Object.fromEntries(rows.map((row) => [row.code, Number(row.id)])) as Record<
    Code,
    number
  >
  const missing = codes.find((code) => ids[code] === undefined)
  if (missing) throw new Error(`The chart lacks the account ${missing}: load the reference data`)
  return ids
}
