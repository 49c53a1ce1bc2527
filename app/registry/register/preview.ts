import type { Trx } from '#core/within'
import { ellipsoidArea } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import { geometryAsOf } from '#registry/register/as_of'
import { readChanges, standingFacts } from '#registry/register/changes'
import { custodyFact, foldFacts, readFacts, type Facts } from '#registry/register/facts'
import type { BoundaryProposal } from '#registry/register/kinds/boundary'
import type { CancellationProposal } from '#registry/register/kinds/cancellation'
import type { CreateProposal } from '#registry/register/kinds/create'
import type { CustodyProposal } from '#registry/register/kinds/custody'
import type { MergeProposal } from '#registry/register/kinds/merge'
import { named } from '#registry/register/kinds/split'
import type { SplitProposal } from '#registry/register/kinds/split'
import { geometryFacts, type GivenGeometry } from '#registry/register/record_geometry'
import type RegisterTransaction from '#registry/models/register_transaction'

/** What a change does to one asset: the facts before and after it; a new asset has no id and no before. */
export interface Effect {
  assetId: number | null
  before: Facts
  after: Facts
  shapeBefore: Shape | null
  shapeAfter: Shape | null
}

/** What a transaction did, from the log; or what it would do, from its proposal. */
export async function effectsOf(change: RegisterTransaction, trx: Trx): Promise<Effect[]> {
  return change.status === 'approved' ? recorded(change.id, trx) : proposed(change, trx)
}

async function recorded(transactionId: number, trx: Trx): Promise<Effect[]> {
  const [rows] = await trx.rawQuery(
    'SELECT DISTINCT asset_id FROM asset_changes WHERE transaction_id = ? ORDER BY asset_id',
    [transactionId]
  )
  const effects: Effect[] = []
  for (const { asset_id: id } of rows as { asset_id: number }[]) {
    const assetId = Number(id)
    const changes = await readChanges(assetId, {}, trx)
    const own = changes.filter(({ transaction_id: by }) => by === transactionId)
    const first = Math.min(...own.map((one) => one.id))
    const [shapes] = await trx.rawQuery(
      'SELECT version, valid_from FROM asset_geometries WHERE asset_id = ? AND transaction_id = ? ORDER BY version DESC LIMIT 1',
      [assetId, transactionId]
    )
    const version = shapes[0]?.version as number | undefined
    effects.push({
      assetId,
      before: foldFacts(changes.filter((one) => one.id < first)),
      after: foldFacts(own),
      shapeBefore: await shapeOf(assetId, (version ?? Infinity) - 1, trx),
      shapeAfter: version === undefined ? null : await shapeOf(assetId, version, trx),
    })
  }
  return effects
}

/** The shape up to a version of it. */
async function shapeOf(assetId: number, version: number, trx: Trx): Promise<Shape | null> {
  const latest = await geometryAsOf(assetId, {}, trx)
  if (!latest || latest.version <= version) return latest?.shape ?? null
  const [[row]] = await trx.rawQuery(
    'SELECT MAX(recorded_at) AS at FROM asset_geometries WHERE asset_id = ? AND version <= ?',
    [assetId, version]
  )
  return row.at ? ((await geometryAsOf(assetId, { known: row.at }, trx))?.shape ?? null) : null
}

async function proposed(change: RegisterTransaction, trx: Trx): Promise<Effect[]> {
  const { kind, proposal } = change
  switch (kind) {
    case 'create': {
      const { facts, geometry, class_id: classId } = proposal as CreateProposal
      return [made({ class_id: classId, ...facts }, geometry)]
    }
    case 'split': {
      const { asset_id: id, parts } = proposal as SplitProposal
      const whole = await changed(id, { life_status: 'split' }, trx)
      return [
        whole,
        ...parts.map(({ facts, geometry }, index) =>
          made({ ...named(whole.before, index), ...facts }, geometry)
        ),
      ]
    }
    case 'merge': {
      const { assets, facts, geometry } = proposal as MergeProposal
      const effects: Effect[] = []
      for (const { asset_id: id } of assets) {
        effects.push(await changed(id, { life_status: 'merged' }, trx))
      }
      const name = effects.map(({ before }) => before.name).join(' + ')
      return [...effects, made({ name, ...facts }, geometry)]
    }
    case 'cancellation':
      return undone(proposal as CancellationProposal, trx)
    default:
      return [await changed(proposal.asset_id, factsAsked(change), trx, proposal.geometry)]
  }
}

function factsAsked({ kind, proposal }: RegisterTransaction): Facts {
  const geometry = (proposal as Partial<BoundaryProposal>).geometry
  const derived: Facts = geometry ? readFacts(geometryFacts(geometry)) : {}
  const computed = derived.area_computed as { m2: string } | undefined
  switch (kind) {
    case 'boundary': {
      const area = computed ? readFacts({ area_m2: computed.m2 }) : {}
      return { ...derived, ...area, ...proposal.facts }
    }
    case 'custody': {
      const { kind: custody, to, moves_unit: moves } = proposal as CustodyProposal
      return { [custodyFact(custody)]: to, ...(moves ? { unit_id: to.unit_id } : {}) }
    }
    case 'allocation':
      return { custody_use: proposal.to, use_planned: proposal.purpose, life_status: 'in_service' }
    case 'disposal': {
      const ends: Record<string, string> = { loss: 'lost', write_off: 'written_off' }
      return { life_status: ends[proposal.how] ?? 'disposed' }
    }
    case 'verification':
      return { record_status: proposal.to }
    default:
      return { ...proposal.facts, ...derived }
  }
}

function made(facts: Facts, geometry: GivenGeometry | null): Effect {
  const derived = geometry ? readFacts(geometryFacts(geometry)) : {}
  const shapeAfter = geometry?.shape ?? null
  return {
    assetId: null,
    before: {},
    after: { ...facts, ...derived },
    shapeBefore: null,
    shapeAfter,
  }
}

async function changed(
  assetId: number,
  facts: Facts,
  trx: Trx,
  geometry?: GivenGeometry | null
): Promise<Effect> {
  const shapeBefore = (await geometryAsOf(assetId, {}, trx))?.shape ?? null
  const before = await standingFacts(assetId, trx)
  return { assetId, before, after: facts, shapeBefore, shapeAfter: geometry?.shape ?? null }
}

/** The effects of a cancelled change, turned round. */
async function undone({ transaction_id: id, assets }: CancellationProposal, trx: Trx) {
  const born = new Set(assets.filter((one) => one.is_output).map((one) => one.asset_id))
  return (await recorded(id, trx)).map((effect): Effect => {
    if (born.has(effect.assetId!)) {
      const { shapeAfter: shapeBefore } = effect
      return {
        ...effect,
        before: effect.after,
        after: { record_status: 'superseded' },
        shapeBefore,
        shapeAfter: null,
      }
    }
    const after: Facts = {}
    for (const name of Object.keys(effect.after)) after[name] = effect.before[name] ?? null
    return {
      ...effect,
      before: effect.after,
      after,
      shapeBefore: effect.shapeAfter ?? effect.shapeBefore,
      shapeAfter: effect.shapeAfter ? effect.shapeBefore : null,
    }
  })
}

/** Ground of a shape in square metres, for captions; null for a point. */
export function groundOf(shape: Shape | null): number | null {
  return shape && shape.type !== 'Point' ? ellipsoidArea(shape) : null
}
