import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import {
  DETAIL_TABLES,
  documentPresence,
  photosPresence,
  presence,
  type AskedSubtype,
} from '#registry/completeness/asked'

interface ClassAsking {
  id: number
  subtype: AskedSubtype
  fields: string[]
  documents: string[]
  photos: number
}

/** Which assets: some of them, all of a class, or all of a unit. */
export type Whose = { assetIds: readonly number[] } | { classId: number } | { unitId: number }

/**
 * Works out what the classes of these assets ask of them and is not there (نسبة اكتمال البيانات). One
 * statement per class; run in the transaction that changed them.
 */
export async function refreshCompleteness(whose: Whose, trx?: Trx): Promise<void> {
  const client = trx ?? db
  if ('assetIds' in whose && whose.assetIds.length === 0) return
  for (const asking of await askingOf(whose, client)) {
    const [sql, bindings] = worked(asking, whose)
    await client.rawQuery(
      `INSERT INTO asset_completeness (asset_id, unit_id, score, missing) ${sql}
       ON DUPLICATE KEY UPDATE unit_id = VALUES(unit_id), score = VALUES(score), missing = VALUES(missing)`,
      bindings
    )
  }
}

/** What an asset lacks of what its class asks, as it stands at this moment. */
export async function completenessOf(
  assetId: number
): Promise<{ score: number; missing: string[] }> {
  const whose = { assetIds: [assetId] }
  const [asking] = await askingOf(whose, db)
  const [sql, bindings] = worked(asking!, whose)
  const [[row]] = await db.rawQuery(sql, bindings)
  return { score: Number(row.score), missing: row.missing ? row.missing.split(',') : [] }
}

type Client = typeof db | Trx

async function askingOf(whose: Whose, client: Client): Promise<ClassAsking[]> {
  const query = client.from('asset_classes')
  if ('classId' in whose) void query.where('id', whose.classId)
  else void query.whereIn('id', classesOf(whose, client))
  const rows = await query.select(
    'id',
    'subtype',
    'required_fields',
    'required_documents',
    'photos_required'
  )
  const list = (value: unknown) =>
    (typeof value === 'string' ? JSON.parse(value) : value) as string[]
  return rows.map((row) => ({
    id: Number(row.id),
    subtype: row.subtype,
    fields: list(row.required_fields),
    documents: list(row.required_documents),
    photos: Number(row.photos_required),
  }))
}

/** The classes of the assets asked for. */
function classesOf(whose: { assetIds: readonly number[] } | { unitId: number }, client: Client) {
  const assets = client.from('assets').distinct('class_id')
  return 'unitId' in whose
    ? assets.where('unit_id', whose.unitId)
    : assets.whereIn('id', [...whose.assetIds])
}

/** For assets of one class: id, unit, score and what is missing. */
function worked(asking: ClassAsking, whose: Whose): [string, (number | string)[]] {
  const { subtype } = asking
  const asked: [name: string, isThere: string][] = [
    ...asking.fields.flatMap((name): [string, string][] => {
      const isThere = presence(name, subtype)
      return isThere ? [[name, isThere]] : []
    }),
    ...asking.documents.map((kind): [string, string] => [`doc:${kind}`, documentPresence(kind)]),
    ...(asking.photos > 0 ? [['photos', photosPresence(asking.photos)] as [string, string]] : []),
  ]
  const lacking = asked.map(([name, isThere]) => `IF(${isThere}, NULL, '${name}')`)
  const missing = lacking.length > 0 ? `NULLIF(CONCAT_WS(',', ${lacking.join(', ')}), '')` : 'NULL'
  // Names are counted by their commas; a score of a hundred is kept for those that lack nothing.
  const count = `IF(missing IS NULL, 0, 1 + LENGTH(missing) - LENGTH(REPLACE(missing, ',', '')))`
  const score = `FLOOR(100 * (${asked.length} - ${count}) / ${Math.max(asked.length, 1)})`
  const narrowed =
    'assetIds' in whose
      ? ` AND a.id IN (${whose.assetIds.map(() => '?').join(', ')})`
      : 'unitId' in whose
        ? ' AND a.unit_id = ?'
        : ''
  const values = 'assetIds' in whose ? whose.assetIds : 'unitId' in whose ? [whose.unitId] : []
  return [
    `SELECT id AS asset_id, unit_id, IF(missing IS NULL, 100, ${score}) AS score, missing FROM (
       SELECT a.id, a.unit_id, ${missing} AS missing
       FROM assets a LEFT JOIN ${DETAIL_TABLES[subtype]} d ON d.asset_id = a.id
       WHERE a.class_id = ?${narrowed}) told`,
    [asking.id, ...values],
  ]
}
