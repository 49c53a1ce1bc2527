import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import type { Shape } from '#registry/geo/types'
import type RegisterTransaction from '#registry/models/register_transaction'
import DecideChange from '#registry/register/decide_change'
import type { AskedOverride } from '#registry/register/findings'
import type { ChangeKindName } from '#registry/register/kinds/kind'
import ProposeChange, { type AskedChange } from '#registry/register/propose_change'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** A unit with the people who keep its register: one proposes, another decides. */
export interface Office {
  unitId: number
  maker: User
  checker: User
}

export async function anOffice(parentId: number | null = null): Promise<Office> {
  const unitId = await aUnit(parentId)
  return {
    unitId,
    maker: await aPerson({ unitId, roles: ['property_officer'] }),
    checker: await aPerson({ unitId, roles: ['property_head'] }),
  }
}

/** Squares of ground two kilometres apart between 22°–31° N and 25°–36° E; each run begins elsewhere. */
const ROWS = 440
const COLUMNS = 520
let plots = Math.floor(Math.random() * ROWS * COLUMNS)

/**
 * A square of the given side in metres on a ground of {@link newGround}; `east` and
 * `north` move it by metres on that ground.
 */
export function square(side: number, { east = 0, north = 0, ground = newGround() } = {}): Shape {
  const lat0 = 22.1 + (ground % ROWS) * 0.02
  const lon0 = 25.1 + (Math.floor(ground / ROWS) % COLUMNS) * 0.02
  const lat = (metres: number) => lat0 + metres / 110_800
  const lon = (metres: number) => lon0 + metres / (111_320 * Math.cos((lat0 * Math.PI) / 180))
  const [w, s, e, n] = [lon(east), lat(north), lon(east + side), lat(north + side)]
  const corners = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
  return { type: 'Polygon', coordinates: [corners] }
}

/** Ground of its own for a test. */
export const newGround = () => ++plots

/** Proposes and approves in one breath; gives the transaction. */
export async function change(
  { unitId, maker, checker }: Office,
  kind: ChangeKindName,
  proposal: unknown,
  more: Partial<AskedChange> & { overrides?: AskedOverride[] } = {}
): Promise<RegisterTransaction> {
  const { overrides, ...asked } = more
  const made = await new ProposeChange().handle(
    { unitId, kind, effectiveOn: '2026-07-01', proposal, ...asked },
    { by: maker.asActor() as never }
  )
  return new DecideChange().approve(made.id, { by: checker, overrides })
}

/** Proposes only. */
export function propose(
  { unitId, maker }: Office,
  kind: ChangeKindName,
  proposal: unknown,
  more: Partial<AskedChange> = {}
): Promise<RegisterTransaction> {
  return new ProposeChange().handle(
    { unitId, kind, effectiveOn: '2026-07-01', proposal, ...more },
    { by: maker.asActor() as never }
  )
}

/** The asset that a transaction left behind, the n-th where there are several. */
export async function outputOf({ id }: { id: number }, index = 0): Promise<number> {
  const rows = await db
    .from('transaction_assets')
    .where({ transaction_id: id, part: 'output' })
    .orderBy('asset_id')
    .select('asset_id')
  return Number(rows[index].asset_id)
}

/** A recorded parcel of vacant land. */
export async function aParcel(
  office: Office,
  given: { shape?: Shape | null; facts?: object; effectiveOn?: string } = {}
): Promise<number> {
  const geometry =
    given.shape === null ? null : (given.shape ?? square(100, { ground: newGround() }))
  const made = await change(
    office,
    'create',
    { class: 'land.vacant', facts: { name: 'أرض فضاء', ...given.facts }, geometry },
    { effectiveOn: given.effectiveOn ?? '2026-07-01' }
  )
  return outputOf(made)
}

export async function assetRow(id: number): Promise<Record<string, any>> {
  return db.from('assets').where('id', id).firstOrFail()
}
