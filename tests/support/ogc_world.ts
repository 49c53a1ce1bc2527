import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import MakeToken from '#identity/actions/make_token'
import type User from '#identity/models/user'
import type { Area } from '#registry/geo/shape'
import { aPerson } from '#tests/support/people'
import { aLimit, aParcel, freshGround, rectangle, type Ground } from '#tests/support/parcels'
import { aUnit } from '#tests/support/units'

/** A governorate with two districts whose land, buildings, sites and leases lie on fresh ground. */
export interface OgcWorld {
  governorate: number
  east: number
  west: number
  /** Sees the governorate with both districts; neither of the two may see restricted assets. */
  chief: { user: User; secret: string }
  /** Sees the eastern district alone. */
  easterner: { user: User; secret: string }
  ground: Ground
  /** Ids by layer and district of what may leave. */
  open: { east: Record<string, number[]>; west: Record<string, number[]> }
  /** Assets that never leave, or not to these two. */
  strategic: number
  restricted: number
}

let made = 0

async function classId(code: string): Promise<number> {
  return (await db.from('asset_classes').where('code', code).select('id').firstOrFail()).id
}

async function aPlacedAsset(
  unitId: number,
  code: string,
  name: string,
  at: Area | { lon: number; lat: number },
  more: Record<string, unknown> = {}
): Promise<number> {
  const box = 'type' in at ? at : null
  let id: number
  if (box) id = await aParcel(unitId, box, { level: code.split('.')[0] })
  else {
    const number = `O-${process.pid}-${Date.now().toString(36)}-${++made}`
    const [inserted] = await db
      .insertQuery()
      .table('assets')
      .insert({
        code: number,
        unit_id: unitId,
        class_id: await classId(code),
        site_no: number,
        name,
        search_text: name,
        latitude: (at as { lat: number }).lat.toFixed(7),
        longitude: (at as { lon: number }).lon.toFixed(7),
      })
    id = Number(inserted)
  }
  await db
    .from('assets')
    .where('id', id)
    .update({ class_id: await classId(code), name, ...more })
  return id
}

/** Names a parcel whose plot and basin are written, among others that have none. */
export const BASIN = 'حوض الرزقة القبلي ١٤'

export async function anOgcWorld(): Promise<OgcWorld> {
  const ground = await freshGround()
  const governorate = await aUnit()
  const [east, west] = [await aUnit(governorate), await aUnit(governorate)]
  await aLimit(governorate, rectangle(ground, 0, 0, 4000, 2000))
  await aLimit(east, rectangle(ground, 2000, 0, 2000, 2000))
  const open = { east: {} as Record<string, number[]>, west: {} as Record<string, number[]> }
  const keep = (side: 'east' | 'west', layers: string[], id: number) => {
    for (const layer of layers) (open[side][layer] ??= []).push(id)
  }
  for (const [side, unitId, x0] of [
    ['west', west, 0],
    ['east', east, 2000],
  ] as const) {
    for (let i = 0; i < 12; i++) {
      const box = rectangle(ground, x0 + 20 + i * 100, 100, 80, 60)
      const id = await aPlacedAsset(unitId, 'land.vacant', `أرض فضاء رقم ${i + 1}`, box, {
        domain: i % 2 ? 'private' : 'public',
      })
      await db.insertQuery().table('asset_lands').insert({ asset_id: id })
      keep(side, ['parcels'], id)
    }
    const building = rectangle(ground, x0 + 30, 400, 40, 30)
    keep(
      side,
      ['buildings'],
      await aPlacedAsset(unitId, 'building.office', 'مبنى الوحدة المحلية «القديم»', building)
    )
    for (const [i, [code, layer]] of (
      [
        ['advertising.unipole', 'advertising'],
        ['advertising.wall', 'advertising'],
        ['market.stall', 'markets'],
        ['occupancy.kiosk', 'occupancies'],
      ] as const
    ).entries()) {
      const corner = (rectangle(ground, x0 + 100 + i * 200, 900, 1, 1) as { coordinates: any })
        .coordinates[0][0]
      const [lon, lat] = corner as [number, number]
      const name = `موقع ${layer} ${i + 1}، شارع الجمهورية`
      const id = await aPlacedAsset(unitId, code, name, { lon, lat }, { is_in_use: i % 2 })
      keep(side, ['sites', layer], id)
      if (layer === 'markets') keep(side, ['leases'], await aLeaseOn(unitId, id))
    }
  }
  // The last one alone has a basin: its attribute appears on no first page of ten.
  await db
    .from('asset_lands')
    .where('asset_id', open.east.parcels!.at(-1)!)
    .update({ hod: BASIN, hod_folded: BASIN, plot_no: '١٧ مكرر' })

  const hidden = (name: string, x: number, securityClass: string) =>
    aPlacedAsset(east, 'land.vacant', name, rectangle(ground, 2020 + x, 1500, 50, 50), {
      security_class: securityClass,
    })
  const strategic = await hidden('أرض استراتيجية', 0, 'strategic')
  const restricted = await hidden('أرض مقيدة', 100, 'restricted')
  const gone = await hidden('أرض تم التصرف فيها', 200, 'normal')
  await db.from('assets').where('id', gone).update({ life_status: 'disposed' })

  for (const [side, unitId] of [
    ['west', west],
    ['east', east],
  ] as const) {
    keep(side, ['encroachments'], await aCaseOn(unitId, open[side].parcels![1]!))
  }
  await aCaseOn(east, strategic)
  keep('west', ['rounds'], await aRoundOf(west))
  keep('east', ['rounds'], await aRoundOf(east))

  const member = async (unitId: number) => {
    const user = await aPerson({ unitId, roles: ['property_officer'] })
    const { secret } = await new MakeToken().handle(
      user,
      { scope: 'ogc', name: 'QGIS' },
      { by: SYSTEM }
    )
    return { user, secret }
  }
  return {
    governorate,
    east,
    west,
    chief: await member(governorate),
    easterner: await member(east),
    ground,
    open,
    strategic,
    restricted,
  }
}

async function aLeaseOn(unitId: number, assetId: number): Promise<number> {
  const number = `L-${process.pid}-${++made}`
  const [party] = await db.insertQuery().table('parties').insert({
    unit_id: unitId,
    party_no: number,
    kind: 'person',
    name: 'محمود عبد السلام',
    folded_name: 'محمود عبد السلام',
  })
  const right = {
    unit_id: unitId,
    asset_id: assetId,
    party_id: Number(party),
    right_no: number,
    kind: 'lease',
    billing: 'monthly',
    period_amount: '1250.50',
    valid_from: '2026-01-01',
    valid_to: '2027-01-01',
  }
  const [id] = await db
    .insertQuery()
    .table('rights')
    .insert({ ...right, status: 'active' })
  return Number(id)
}

/** The ids of a layer that a person of the governorate, or of the east, may see. */
export function idsOf(world: OgcWorld, layer: string, who: 'chief' | 'easterner'): number[] {
  const { east, west } = world.open
  const ids = who === 'chief' ? [...(west[layer] ?? []), ...(east[layer] ?? [])] : east[layer]
  return [...(ids ?? [])].sort((a, b) => a - b)
}

async function aRoundOf(unitId: number): Promise<number> {
  const [id] = await db.insertQuery().table('rounds').insert({
    unit_id: unitId,
    fiscal_year: '2026/2027',
    number: 1,
    kind: 'full',
    title: 'حصر أملاك الوحدة',
    cut_off_on: '2026-07-01',
    starts_on: '2026-07-05',
    ends_on: '2026-08-05',
    decision_no: '١٢',
    decision_on: '2026-06-20',
    decision_authority: 'رئيس الوحدة',
    scope: '{}',
    made_by: 1,
  })
  return Number(id)
}

/** An open case of encroachment on a parcel, with the ground taken. */
export async function aCaseOn(unitId: number, assetId: number): Promise<number> {
  const number = `E-${process.pid}-${++made}`
  const [id] = await db.insertQuery().table('encroachment_cases').insert({
    unit_id: unitId,
    case_no: number,
    status_since: '2026-03-01',
    source: 'inspection',
    kind: 'building',
    ground: 'vacant',
    description: 'سور بالطوب على أرض الدولة',
    asset_id: assetId,
    occupier_name: 'غير معلوم',
    folded_occupier: 'غير معلوم',
    detected_on: '2026-03-01',
  })
  await db.rawQuery(
    `INSERT INTO encroachment_shapes (case_id, unit_id, shape)
     SELECT ?, ?, shape FROM asset_shapes WHERE asset_id = ?`,
    [Number(id), unitId, assetId]
  )
  await db
    .insertQuery()
    .table('encroachment_assets')
    .insert({ case_id: Number(id), asset_id: assetId })
  return Number(id)
}
