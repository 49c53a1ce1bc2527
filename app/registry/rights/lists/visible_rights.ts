import db from '@adonisjs/lucid/services/db'
import { visible, type Reader } from '#identity/access/visible'

/**
 * Rows of a table of rights or occupancies, joined to their asset and unit, that a person may see:
 * those of his units, and on restricted or strategic assets only where he is trusted with them (R28).
 */
export function visibleRows(table: 'rights' | 'occupancies', reader: Reader) {
  const query = db
    .from(table)
    .join('assets', 'assets.id', `${table}.asset_id`)
    .join('units', 'units.id', `${table}.unit_id`)
  return trusted(visible(query, reader, 'registry.rights.read', `${table}.unit_id`), reader)
}

/** Narrows a query that joins `assets` to those whose secrecy the reader is trusted with. */
export function trusted<Query extends { where(column: any, value?: any): any }>(
  query: Query,
  reader: Reader
): Query {
  const units = reader.unitIds('registry.restricted.read')
  if (units === 'all') return query
  if (units.length === 0) query.where('assets.security_class', 'normal')
  else {
    query.where((either: any) =>
      either.where('assets.security_class', 'normal').orWhereIn('assets.unit_id', units)
    )
  }
  return query
}
