import type { Trx } from '#core/within'
import { ProposalError } from '#registry/register/errors'
import type { Asked } from '#registry/register/asked'
import type { AssetRow } from '#registry/register/asset_row'
import type { GivenGeometry } from '#registry/register/record_geometry'

/** What the register needs to know of a class. */
export interface ClassRow {
  id: number
  code: string
  nameAr: string
  nameEn: string
  subtype: AssetRow['subtype']
  geometries: string[]
}

/** The class named by `class_id` or by its code in `class`. @throws ProposalError */
export async function classAsked(asked: Asked, trx: Trx): Promise<ClassRow> {
  const id = asked.optionalId('class_id')
  return id === null ? classOf({ code: asked.text('class', 60) }, trx) : classOf({ id }, trx)
}

/** @throws ProposalError when there is no such class */
export async function classOf(by: { id: number } | { code: string }, trx: Trx): Promise<ClassRow> {
  const [column, value] = Object.entries(by)[0]!
  const [[row]] = await trx.rawQuery(
    `SELECT id, code, name_ar, name_en, subtype, geometries FROM asset_classes WHERE ${column} = ?`,
    [value]
  )
  if (!row) {
    throw new ProposalError(
      'class',
      `لا يوجد نوع أصول «${value}».`,
      `There is no asset class "${value}".`
    )
  }
  const { geometries } = row as { geometries: string | string[] }
  return {
    id: Number(row.id),
    code: row.code,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    subtype: row.subtype,
    geometries: typeof geometries === 'string' ? JSON.parse(geometries) : geometries,
  }
}

/** @throws ProposalError when things of this class have no such shape (a vehicle no polygon) */
export function assertGeometryAllowed(geometry: GivenGeometry | null, of: ClassRow): void {
  if (!geometry) return
  const kind = geometry.shape.type === 'Point' ? 'point' : 'polygon'
  // Ground that is recorded more precisely than its class asks is no fault.
  if (of.geometries.includes(kind) || (kind === 'point' && !of.geometries.includes('none'))) return
  if (kind === 'polygon' && of.subtype === 'site') return
  throw new ProposalError(
    'geometry',
    `أصول «${of.nameAr}» لا يسجل لها شكل من هذا النوع.`,
    `Assets of the class "${of.nameEn}" have no such shape.`
  )
}
