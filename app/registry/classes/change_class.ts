import db from '@adonisjs/lucid/services/db'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import RefreshCompletenessJob from '#registry/jobs/refresh_completeness_job'

export interface ClassFacts {
  name_ar: string
  name_en: string
  required_fields: string[]
  required_documents: string[]
  photos_required: number
  gps_limit_m: number | null
}

/**
 * Changes what a class of assets asks. It is asked of every asset of the class from now on; how complete
 * each is, is worked out again by a job. Its subtype, letter and shapes are parts of codes and records
 * that stand, and do not change.
 */
export default class ChangeClass {
  async handle(id: number, facts: ClassFacts, { by, trx: outer }: { by: Actor; trx?: Trx }) {
    return within(outer, async (trx) => {
      const before = await trx.from('asset_classes').where('id', id).forUpdate().firstOrFail()
      const { required_fields: fields, required_documents: documents, ...rest } = facts
      await trx
        .from('asset_classes')
        .where('id', id)
        .update({
          ...rest,
          required_fields: JSON.stringify(fields),
          required_documents: JSON.stringify(documents),
        })
      const unitId = await rootUnit(trx)
      await RefreshCompletenessJob.enqueue({ classId: id }, { trx, unitId, by })
      await Trail.record(
        {
          action: 'asset_class.changed',
          unitId,
          subjectType: 'asset_class',
          subjectId: id,
          label: before.code,
          before: pictureOf(before),
          after: facts,
        },
        { by, trx }
      )
    })
  }
}

function pictureOf(row: Record<string, any>): ClassFacts {
  const list = (value: unknown) =>
    (typeof value === 'string' ? JSON.parse(value) : value) as string[]
  return {
    name_ar: row.name_ar,
    name_en: row.name_en,
    required_fields: list(row.required_fields),
    required_documents: list(row.required_documents),
    photos_required: row.photos_required,
    gps_limit_m: row.gps_limit_m,
  }
}

/** Matters of the whole house (classes, books) stand in the chain of its topmost unit. */
export async function rootUnit(trx: Trx): Promise<number> {
  const root = await trx
    .from('units')
    .whereNull('parent_id')
    .orderBy('id')
    .select('id')
    .firstOrFail()
  return Number(root.id)
}

export interface ClassRow {
  id: number
  code: string
  name: string
  depth: number
  subtype: string
  geometries: string[]
  fields: string[]
  documents: string[]
  photos: number
}

/** The tree of classes, each below its parent, with what it asks. */
export async function classTree(locale: 'ar' | 'en'): Promise<ClassRow[]> {
  const rows = await db.from('asset_classes').orderBy('sort_order').orderBy('id')
  const list = (value: unknown) =>
    (typeof value === 'string' ? JSON.parse(value) : value) as string[]
  const below = Map.groupBy(rows, (row) => row.parent_id as number | null)
  const walk = (parent: number | null, depth: number): ClassRow[] =>
    (below.get(parent) ?? []).flatMap((row) => [
      {
        id: Number(row.id),
        code: row.code,
        name: row[`name_${locale}`],
        depth,
        subtype: row.subtype,
        geometries: list(row.geometries),
        fields: list(row.required_fields),
        documents: list(row.required_documents),
        photos: row.photos_required,
      },
      ...walk(row.id, depth + 1),
    ])
  return walk(null, 0)
}
