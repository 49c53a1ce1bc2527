import { sentence } from '#core/domain_error'
import { unionOf } from '#registry/geo/overlay'
import { ellipsoidArea } from '#registry/geo/shape'
import { geometryAsOf } from '#registry/register/as_of'
import { Asked } from '#registry/register/asked'
import { standingFacts } from '#registry/register/changes'
import { createAsset } from '#registry/register/create_asset'
import { ProposalError } from '#registry/register/errors'
import type { Facts } from '#registry/register/facts'
import { assertBeginning } from '#registry/register/kinds/create'
import { inherited, moveRights, rightMoves } from '#registry/register/kinds/parts'
import type { ChangeContext, ChangeKind } from '#registry/register/kinds/kind'
import { levelOf, type GivenGeometry } from '#registry/register/record_geometry'
import { judgeDuplicates } from '#registry/rules/duplicates'
import { atMoment, type Finding } from '#registry/rules/finding'
import { judgeConservation, judgeShape } from '#registry/rules/geometry'
import { ruleParameters } from '#registry/rules/parameters'
import {
  judgePlacesTaken,
  judgeRightsOnParts,
  type RightMove,
} from '#registry/rules/rights_on_parts'
import { judgeStanding } from '#registry/rules/standing'

export interface MergeProposal {
  assets: { asset_id: number; base_version: number | null }[]
  facts: Facts
  /** The union of the inputs where nobody gave another. */
  geometry: GivenGeometry | null
  rights: RightMove[]
}

/** ضم: several assets become one that covers what they covered. */
const merge: ChangeKind<MergeProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    const assets = asked.list('assets').map((one) => ({
      asset_id: one.id('asset_id'),
      base_version: one.optionalId('base_version'),
    }))
    const ids = assets.map(({ asset_id: id }) => id)
    if (new Set(ids).size < 2 || new Set(ids).size !== ids.length) {
      throw new ProposalError(
        'assets',
        'الضم بين أصلين مختلفين على الأقل.',
        'A merge joins at least two different assets.'
      )
    }
    const facts = asked.facts()
    assertBeginning(facts, { needsName: false })
    const shapes = []
    for (const id of ids) shapes.push((await geometryAsOf(id, {}, trx))?.shape)
    const ground = shapes.filter((shape) => shape && shape.type !== 'Point')
    if (ground.length > 0 && ground.length < ids.length) {
      throw new ProposalError(
        'geometry',
        'بعض الأصول المضمومة ليس له شكل مسجل؛ سجله أولًا.',
        'Some of the merged assets have no recorded shape; record it first.'
      )
    }
    const union = ground.length > 0 ? derived(unionOf(ground as never)) : null
    const sorted = assets.toSorted((a, b) => a.asset_id - b.asset_id)
    return { assets: sorted, facts, geometry: asked.geometry() ?? union, rights: rightMoves(asked) }
  },

  inputs: ({ assets }) =>
    assets.map(({ asset_id: assetId, base_version: baseVersion }) => ({ assetId, baseVersion })),

  shapes: ({ geometry }) => (geometry ? [geometry.shape] : []),

  async judge({ assets, facts, geometry, rights }, context) {
    const { unitId, moment, trx, transactionId, effectiveOn: on, inputs } = context
    const except = assets.map(({ asset_id: id }) => id)
    const accounted = rights.map(({ right_id: id }) => id)
    const findings: Finding[] = [
      ...judgeLikeness(context),
      ...(await judgeStanding({ assetIds: except, on, transactionId, trx, moment, accounted })),
      ...(await judgeRightsOnParts({ inputs: except, moves: rights, outputs: 1, on, moment, trx })),
      ...(await judgePlacesTaken({ inputs: except, on, moment, trx })),
      ...(await judgeDuplicates({ facts, unitId, replaces: except, moment, trx })),
    ]
    if (!geometry) return findings
    const level = levelOf(inputs.get(except[0]!)!.subtype)
    const { shape } = geometry
    findings.push(...(await judgeShape({ shape, except, unitId, level, moment, trx })))
    const before = []
    for (const id of except) before.push((await geometryAsOf(id, {}, trx))?.shape)
    if (before.every((one) => one && one.type !== 'Point')) {
      const R6 = await ruleParameters('R6', { unitId, trx })
      findings.push(...judgeConservation(before as never, [shape], R6))
    }
    return findings
  },

  async apply({ assets, facts, geometry, rights }, context) {
    const { trx, inputs, unitId } = context
    const ids = assets.map(({ asset_id: id }) => id)
    const standing: Facts[] = []
    for (const id of ids) standing.push(await standingFacts(id, trx))
    for (const id of ids) await context.record(id, { life_status: 'merged' })
    const { classId } = inputs.get(ids[0]!)!
    const name = standing
      .map((one) => one.name)
      .join(' + ')
      .slice(0, 200)
    const own = { ...shared(standing.map(inherited)), name, ...facts }
    const result = { unitId, classId, facts: own, geometry }
    const output = await createAsset(result, context.recording)
    const lineage = []
    for (const fromAssetId of ids) {
      const shape = (await geometryAsOf(fromAssetId, {}, trx))?.shape
      const areaM2 = shape && shape.type !== 'Point' ? ellipsoidArea(shape).toFixed(4) : null
      lineage.push({ fromAssetId, toAssetId: output, areaM2 })
    }
    await context.descend(lineage)
    await moveRights(
      rights.map(({ right_id: rightId }) => ({ rightId, to: output })),
      context
    )
    return { outputs: [output] }
  },
}

export default merge

function derived(shape: GivenGeometry['shape']): GivenGeometry {
  return {
    shape,
    source_srid: 4326,
    source_coords: null,
    transformation: null,
    method: 'derived',
    accuracy_m: null,
    surveyor: null,
    surveyed_on: null,
  }
}

/** What all inputs agree on; where they differ nothing is known of the whole. */
function shared(facts: readonly Facts[]): Facts {
  const [first, ...others] = facts
  return Object.fromEntries(
    Object.entries(first!).filter(([name, value]) =>
      others.every((one) => JSON.stringify(one[name] ?? null) === JSON.stringify(value))
    )
  )
}

/** Things of another class or of another domain do not become one thing. */
function judgeLikeness({ inputs, moment }: ChangeContext): Finding[] {
  const rows = [...inputs.values()]
  const differ = (key: 'classId' | 'domain') => new Set(rows.map((row) => row[key])).size > 1
  if (!differ('classId') && !differ('domain')) return []
  return [
    {
      rule: 'R7',
      severity: atMoment('critical', moment),
      messages: sentence(
        'الأصول المضمومة مختلفة النوع أو الملكية (عامة وخاصة).',
        'The merged assets differ in class or in domain.'
      ),
      cure: sentence('وحد النوع والملكية بإعادة التصنيف أولًا.', 'Reclassify them alike first.'),
      facts: { assets: rows.map(({ id, classId, domain }) => ({ id, classId, domain })) },
      overridable: false,
    },
  ]
}
