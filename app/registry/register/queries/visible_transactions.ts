import type { Reader } from '#identity/access/visible'

interface Narrowable {
  whereIn(column: any, values: any): any
  whereRaw(sql: string, bindings?: any): any
}

/** What a transaction speaks of, where it is not an open asset. */
const HIDDEN = `(COALESCE(JSON_VALUE(register_transactions.proposal, '$.facts.security_class'), 'normal') <> 'normal'
  OR EXISTS (SELECT 1 FROM transaction_assets ta JOIN assets sa ON sa.id = ta.asset_id
    WHERE ta.transaction_id = register_transactions.id AND sa.security_class <> 'normal'))`

/**
 * Narrows a query over `register_transactions` to those a person may see: of the units whose assets he
 * reads, and of restricted or strategic assets only where he is trusted with them (R28).
 */
export function visibleTransactions<Query extends Narrowable>(query: Query, reader: Reader): Query {
  const units = reader.unitIds('registry.assets.read')
  if (units !== 'all') query.whereIn('register_transactions.unit_id', units)
  const trusted = reader.unitIds('registry.restricted.read')
  if (trusted === 'all') return query
  if (trusted.length === 0) query.whereRaw(`NOT ${HIDDEN}`)
  else {
    const marks = trusted.map(() => '?').join(', ')
    query.whereRaw(`(register_transactions.unit_id IN (${marks}) OR NOT ${HIDDEN})`, trusted)
  }
  return query
}
