import { clock } from '#core/clock'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { ImportInUseError } from '#core/imports/in_use'
import type { UndoStage } from '#core/imports/undo'
import type { Trx } from '#core/within'
import { ATTRIBUTES, type Attribute, type FactTable } from '#registry/register/attributes'
import { momentText, parsedFacts } from '#registry/register/changes'
import { foldFacts, type Facts } from '#registry/register/facts'

/** The tables whose rows show facts as they are now, and how statements below call them. */
const SHOWN: Partial<Record<FactTable, string>> = {
  assets: 'a',
  asset_lands: 'l',
  asset_buildings: 'b',
  asset_sites: 's',
  asset_movables: 'm',
}

/** A column as the log keeps it: decimals as text of their scale, flags as 0 and 1. */
function jsonValue(expression: string, { type }: Attribute): string {
  if (type.is === 'decimal') return `CAST(CAST(${expression} AS DECIMAL(30,${type.scale})) AS CHAR)`
  if (type.is === 'list') return `JSON_COMPACT(${expression})`
  if (type.is === 'flag') return `CAST(${expression} AS SIGNED)`
  return expression
}

/** Facts given by SQL expressions as one JSON object; what is NULL is left out. */
export function factsSql(facts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(facts).map(
    ([name, expression]) => `'${name}', ${jsonValue(expression, ATTRIBUTES[name]!)}`
  )
  return `JSON_MERGE_PATCH('{}', JSON_OBJECT(${pairs.join(', ')}))`
}

/** Facts (never none) with those of another JSON text, or of NULL, before them and untouched. */
function withDated(facts: string, dated: string): string {
  const both = `CONCAT(LEFT(${dated}, CHAR_LENGTH(${dated}) - 1), ',', SUBSTRING(${facts}, 2))`
  return `IF(${dated} IS NULL, ${facts}, ${both})`
}

interface Batch {
  importId: number
  by: { id: number | null }
  trx: Trx
  validFrom?: Day
  /** JSON text of facts with days of their own, by a join on `a`: custody, areas, boundaries. */
  dated?: { join: string; expression: string }
  /** Facts of which the import certainly says nothing: the database is not asked for them row by row. */
  silent?: ReadonlySet<string>
}

/**
 * The first rows of the log of assets that an import has just inserted, of what their rows say: one
 * statement for all of them. `where` speaks of `assets a`.
 */
export async function openImported(
  where: string,
  { importId, by, trx, validFrom = today(), dated, silent }: Batch
): Promise<void> {
  const facts: Record<string, string> = {}
  const tables = new Set<string>()
  for (const [name, { table }] of Object.entries(ATTRIBUTES)) {
    const alias = SHOWN[table]
    if (!alias || silent?.has(name)) continue
    facts[name] = `${alias}.${name}`
    if (table !== 'assets') tables.add(`LEFT JOIN ${table} ${alias} ON ${alias}.asset_id = a.id`)
  }
  await trx.rawQuery(
    `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, recorded_by, facts)
     SELECT a.id, ?, ?, ?, ?, ${dated ? withDated(factsSql(facts), dated.expression) : factsSql(facts)}
     FROM assets a ${dated?.join ?? ''} ${[...tables].join(' ')}
     WHERE ${where} ORDER BY a.id`,
    [importId, validFrom, momentText(clock.now()), by.id as number]
  )
}

/**
 * Logs what an import is about to correct: run before the UPDATE, with the same FROM and WHERE, in
 * which the recorded row is `t`. A NULL expression says nothing and changes nothing.
 */
export async function logCorrections(
  values: Readonly<Record<string, string>>,
  { from, where }: { from: string; where: string },
  { importId, by, trx, validFrom = today() }: Batch
): Promise<void> {
  const changed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      `IF(${value} IS NOT NULL AND NOT (t.${name} <=> ${value}), ${value}, NULL)`,
    ])
  )
  await trx.rawQuery(
    `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, recorded_by, facts)
     SELECT t.id, ?, ?, ?, ?, ${factsSql(changed)} FROM ${from} WHERE ${where}`,
    [importId, validFrom, momentText(clock.now()), by.id as number]
  )
}

/**
 * The log of an import that is taken back, written before its records go: assets it had made are
 * superseded from their first day, what it had corrected is stated again as it was. Whatever was
 * known meanwhile stays readable as of then.
 * @throws ImportInUseError when anything later was recorded of the same assets
 */
export async function logUndo({ trx, importId, by }: UndoStage): Promise<void> {
  await refuseLater(importId, trx)
  await trx.rawQuery(
    `UPDATE assets t JOIN import_changes c ON c.table_name = 'assets' AND c.record_id = t.id
     SET t.version = t.version + 1 WHERE c.import_id = ?`,
    [importId]
  )
  const reason = `تراجع عن الاستيراد رقم ${importId}`
  const now = momentText(clock.now())
  await trx.rawQuery(
    `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, recorded_by, facts, reason)
     SELECT c.asset_id, c.import_id, c.valid_from, ?, ?, '{"record_status": "superseded"}', ?
     FROM asset_changes c JOIN assets a ON a.id = c.asset_id
     WHERE c.import_id = ? AND a.import_id = ? AND JSON_EXISTS(c.facts, '$.code')`,
    [now, by.id as number, reason, importId, importId]
  )
  // What is added below carries the import's number too, and needs no taking back.
  const [[{ last }]] = await trx.rawQuery('SELECT MAX(id) AS last FROM asset_changes')
  for (let after = 0; ;) {
    const [rows] = await trx.rawQuery(
      `SELECT c.id, c.asset_id, c.valid_from, c.facts FROM asset_changes c JOIN assets a ON a.id = c.asset_id
       WHERE c.import_id = ? AND NOT (a.import_id <=> ?) AND c.id > ? AND c.id <= ? ORDER BY c.id LIMIT 1000`,
      [importId, importId, after, last]
    )
    if (rows.length === 0) return
    after = Number(rows.at(-1).id)
    const values: (number | string | null)[] = []
    for (const row of rows as { id: number; asset_id: number; valid_from: Day; facts: unknown }[]) {
      const before = await factsBefore(row, trx)
      const facts: Facts = {}
      for (const name of Object.keys(parsedFacts(row.facts))) facts[name] = before[name] ?? null
      values.push(row.asset_id, importId, row.valid_from, now, by.id, JSON.stringify(facts), reason)
    }
    await trx.rawQuery(
      `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, recorded_by, facts, reason)
       VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      values as string[]
    )
  }
}

async function factsBefore(
  { id, asset_id: assetId, valid_from: day }: { id: number; asset_id: number; valid_from: Day },
  trx: Trx
): Promise<Facts> {
  const [rows] = await trx.rawQuery(
    `SELECT facts FROM asset_changes WHERE asset_id = ? AND (valid_from < ? OR (valid_from = ? AND id < ?))
     ORDER BY valid_from, id`,
    [assetId, day, day, id]
  )
  return foldFacts((rows as { facts: unknown }[]).map((row) => ({ facts: parsedFacts(row.facts) })))
}

async function refuseLater(importId: number, trx: Trx): Promise<void> {
  const [[later]] = await trx.rawQuery(
    `SELECT a.code FROM asset_changes c JOIN asset_changes o ON o.asset_id = c.asset_id AND o.id > c.id
       AND NOT (o.import_id <=> c.import_id)
     LEFT JOIN imports i ON i.id = o.import_id
     JOIN assets a ON a.id = c.asset_id
     WHERE c.import_id = ? AND NOT (i.state <=> 'undone') LIMIT 1`,
    [importId]
  )
  if (!later) return
  throw new ImportInUseError(
    sentence(
      `سجل السجل تغييرًا على الأصل ${later.code} بعد هذا الاستيراد.`,
      `A change of asset ${later.code} was recorded after this import.`
    ),
    {
      facts: { code: later.code },
      cure: sentence('ألغ ما بعده أولًا.', 'Cancel what came after it first.'),
    }
  )
}
