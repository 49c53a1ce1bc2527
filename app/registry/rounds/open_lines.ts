import type { Reader } from '#identity/access/visible'
import { visible } from '#identity/access/visible'

interface Narrowable {
  whereRaw(sql: string): any
}

/**
 * Narrows rows of `round_lines` to units whose rounds a person reads. What became restricted after a round
 * was frozen is shown only where he is trusted with it (R28).
 */
export function openLines<Query extends Narrowable>(query: Query, reader: Reader): Query {
  visible(query, reader, 'registry.rounds.read', 'round_lines.unit_id')
  const trusted = reader.unitIds('registry.restricted.read')
  if (trusted === 'all') return query
  const among = trusted.map((id) => String(Math.trunc(Number(id)))).join(',') || '0'
  query.whereRaw(
    `NOT EXISTS (SELECT 1 FROM assets secret WHERE secret.id = round_lines.asset_id
       AND secret.security_class <> 'normal' AND secret.unit_id NOT IN (${among}))`
  )
  return query
}
