import { Asked } from '#registry/register/asked'
import { ENDED } from '#registry/register/attributes'
import { assertGeometryAllowed, classAsked, classOf } from '#registry/register/classes'
import { createAsset } from '#registry/register/create_asset'
import { ProposalError } from '#registry/register/errors'
import type { Facts } from '#registry/register/facts'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { levelOf, type GivenGeometry } from '#registry/register/record_geometry'
import { judgeAreasOfFacts } from '#registry/rules/areas_of_facts'
import { judgeDuplicates } from '#registry/rules/duplicates'
import { judgeShape } from '#registry/rules/geometry'

export interface CreateProposal {
  class_id: number
  /** Facts by attribute, `name` at least; custody, areas and sides among them. */
  facts: Facts
  geometry: GivenGeometry | null
}

/** قيد أصل جديد: an asset enters the register. */
const create: ChangeKind<CreateProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    const kept = await classAsked(asked, trx)
    const facts = asked.facts()
    assertBeginning(facts)
    const geometry = asked.geometry()
    assertGeometryAllowed(geometry, kept)
    return { class_id: kept.id, facts, geometry }
  },

  inputs: () => [],

  shapes: ({ geometry }) => (geometry ? [geometry.shape] : []),

  async judge({ class_id: classId, facts, geometry }, context) {
    const { unitId, moment, trx, transactionId } = context
    const { subtype } = await classOf({ id: classId }, trx)
    const level = levelOf(subtype)
    return [
      ...(geometry ? await judgeShape({ shape: geometry.shape, unitId, level, moment, trx }) : []),
      ...(await judgeAreasOfFacts({ facts, geometry, transactionId, unitId, trx })),
      ...(await judgeDuplicates({ facts, unitId, moment, trx })),
    ]
  },

  async apply({ class_id: classId, facts, geometry }, context) {
    const asset = { unitId: context.unitId, classId, facts, geometry }
    return { outputs: [await createAsset(asset, context.recording)] }
  },
}

export default create

/** Facts that a beginning may not state: what is given by the register, or reached by a later change. */
export function assertBeginning(facts: Facts, { needsName = true } = {}): void {
  if (needsName && !facts.name) {
    throw new ProposalError('name', '«الاسم»: مطلوب.', '"Name" is required.')
  }
  for (const name of ['code', 'unit_id', 'class_id']) {
    if (facts[name] === undefined) continue
    throw new ProposalError(
      name,
      `«${name}» يعطيه السجل نفسه.`,
      `"${name}" is given by the register.`
    )
  }
  const ended = (ENDED as readonly unknown[]).includes(facts.life_status)
  if (ended || ['verified', 'superseded'].includes(facts.record_status as string)) {
    throw new ProposalError(
      'record_status',
      'لا يبدأ قيد بحالة منتهية أو محققة.',
      'A record does not begin as ended or verified.'
    )
  }
}
