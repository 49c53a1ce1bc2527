import type { Reader } from '#identity/access/visible'
import { HIDDEN_CHANGE } from '#registry/security/row_secrets'

interface Narrowable {
  whereIn(column: any, values: any): any
  whereRaw(sql: string, bindings?: any): any
}

/**
 * Narrows a query over `register_transactions` to those a person may see: of the units whose assets he
 * reads, and of restricted or strategic assets only where he is trusted with them (R28).
 */
export function visibleTransactions<Query extends Narrowable>(query: Query, reader: Reader): Query {
  const units = reader.unitIds('registry.assets.read')
  if (units !== 'all') query.whereIn('register_transactions.unit_id', units)
  const trusted = reader.unitIds('registry.restricted.read')
  if (trusted === 'all') return query
  if (trusted.length === 0) query.whereRaw(`NOT ${HIDDEN_CHANGE}`)
  else {
    const marks = trusted.map(() => '?').join(', ')
    query.whereRaw(`(register_transactions.unit_id IN (${marks}) OR NOT ${HIDDEN_CHANGE})`, trusted)
  }
  return query
}
