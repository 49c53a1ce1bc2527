import { visible, type Reader } from '#identity/access/visible'

interface Narrowable {
  whereIn(column: any, values: any): any
  whereRaw(sql: string): any
  where(column: any, value?: any): any
}

/**
 * Narrows a query over a table with `unit_id` and `security_class` (assets, documents) to what a person
 * may see: rows of units whose assets he reads, and restricted or strategic ones only where he holds
 * `registry.restricted.read` (R28).
 */
export function openTo<Query extends Narrowable>(
  query: Query,
  reader: Reader,
  table: string
): Query {
  visible(query, reader, 'registry.assets.read', `${table}.unit_id`)
  const trusted = reader.unitIds('registry.restricted.read')
  if (trusted === 'all') return query
  const read = reader.unitIds('registry.assets.read')
  const among = new Set(trusted)
  if (read !== 'all' && read.every((id) => among.has(id))) return query
  if (trusted.length === 0) query.where(`${table}.security_class`, 'normal')
  else {
    query.where((either: any) =>
      either.where(`${table}.security_class`, 'normal').orWhereIn(`${table}.unit_id`, trusted)
    )
  }
  return query
}
