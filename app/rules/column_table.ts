import type { Day } from '#core/days'
import type { Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { type RuleKey, type RuleTable, type RuleVersion } from '#rules/rule_table'

interface Columns {
  table: string
  /** Columns that identify a rule. */
  keys: readonly string[]
  /** Parts of the value and their columns: `{ nameAr: 'name_ar' }`. */
  columns: Readonly<Record<string, string>>
  /** Columns read as yes or no. */
  yes?: readonly string[]
  /** SQL of how a rule is called, or words from its key. */
  nameAr?: string
  nameEn?: string
  nameOf?: (key: RuleKey) => Sentence
  joins?: string
  orderBy: string
}

/**
 * How rules are read and written that have columns of their own: all SQL is the definition's.
 * What a key says when empty is the empty text, in columns and in addresses.
 */
export function columnTable({
  table,
  keys,
  columns,
  yes = [],
  nameAr = "''",
  nameEn = "''",
  nameOf,
  joins = '',
  orderBy,
}: Columns): Pick<RuleTable, 'table' | 'versions' | 'insert'> {
  const parts = Object.entries(columns)
  const said = [...keys, ...Object.values(columns)].map((column) => `r.${column}`).join(', ')
  return {
    table,
    async versions({ key, lock }, trx): Promise<RuleVersion[]> {
      const where = key ? `WHERE ${keys.map((column) => `r.${column} = ?`).join(' AND ')}` : ''
      // What is joined only names rules: the rows themselves are held first.
      if (lock && key) {
        await trx.rawQuery(`SELECT r.id FROM ${table} r ${where} FOR UPDATE`, boundOf(keys, key))
      }
      const [rows] = await trx.rawQuery(
        `SELECT r.id, ${said}, r.valid_from, r.valid_to, r.legal_reference, r.confirmed,
           ${nameAr} AS rule_name_ar, ${nameEn} AS rule_name_en
         FROM ${table} r ${joins} ${where} ORDER BY ${orderBy}, r.valid_from`,
        key ? boundOf(keys, key) : []
      )
      const keyOf = (row: Record<string, unknown>): RuleKey =>
        Object.fromEntries(keys.map((column) => [column, String(row[column])]))
      return rows.map((row: Record<string, unknown>) => ({
        id: Number(row.id),
        key: keyOf(row),
        name: nameOf?.(keyOf(row)) ?? {
          ...{ ar: String(row.rule_name_ar), en: String(row.rule_name_en) },
        },
        values: Object.fromEntries(
          parts.map(([part, column]) => [
            part,
            yes.includes(column) ? Boolean(row[column]) : row[column],
          ])
        ),
        from: row.valid_from as Day,
        to: row.valid_to as Day | null,
        legalReference: String(row.legal_reference),
        confirmed: Boolean(row.confirmed),
      }))
    },
    async insert({ key, values, from, legalReference }, trx: Trx): Promise<number> {
      const value = values as Record<string, unknown>
      const row: Record<string, unknown> = Object.fromEntries(
        parts.map(([part, column]) => [column, value[part] ?? null])
      )
      const [id] = await trx
        .insertQuery()
        .table(table)
        .insert({
          ...key,
          ...row,
          ...{ valid_from: from, legal_reference: legalReference, confirmed: true },
        })
      return Number(id)
    },
  }
}

const boundOf = (keys: readonly string[], key: RuleKey) => keys.map((column) => key[column] ?? '')
