import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { Asked } from '#registry/register/asked'
import { CUSTODIES, type CustodyKind } from '#registry/register/attributes'
import { standingFacts } from '#registry/register/changes'
import { ProposalError } from '#registry/register/errors'
import { custodyFact, sameFact, type Custody } from '#registry/register/facts'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { judgeDuplicates } from '#registry/rules/duplicates'
import { atMoment, type Finding } from '#registry/rules/finding'
import { judgeStanding } from '#registry/rules/standing'

export interface CustodyProposal {
  asset_id: number
  base_version: number | null
  kind: CustodyKind
  to: Custody
  /** Whether the asset's record goes over to the receiving unit too. */
  moves_unit: boolean
  /** Its number among the sites of the receiving unit, where the old one is taken there. */
  site_no: string | null
}

/** نقل ولاية أو إدارة أو انتفاع أو عهدة, by its steps: both sides agree, decree, handover. */
const custody: ChangeKind<CustodyProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    const to = await receiver(asked.object('to'), trx)
    const kind = asked.choice('kind', CUSTODIES)
    const moves = asked.flag('moves_unit')
    if (moves && (kind !== 'jurisdiction' || to.unit_id === null)) {
      throw new ProposalError(
        'moves_unit',
        'لا ينتقل قيد الأصل إلا مع الولاية، وإلى وحدة من وحدات المحافظة.',
        'The record moves only with jurisdiction, to a unit of the tree.'
      )
    }
    return {
      asset_id: asked.id('asset_id'),
      base_version: asked.optionalId('base_version'),
      kind,
      to,
      moves_unit: moves,
      site_no: asked.optionalText('site_no', 60),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  async judge({ asset_id: assetId, kind, to, moves_unit: moves, site_no: siteNo }, context) {
    const { trx, moment, effectiveOn: on, transactionId, inputs } = context
    const standing = await standingFacts(assetId, trx)
    const findings: Finding[] = []
    if (sameFact(standing[custodyFact(kind)], to)) {
      findings.push({
        rule: 'R9',
        severity: atMoment('critical', moment),
        messages: sentence(
          `الأصل في حيازة ${to.name} بهذه الصفة من قبل.`,
          `The asset is already held so by ${to.name}.`
        ),
        facts: { assetId, kind, holder: to.name },
        overridable: false,
      })
    }
    if (!moves) return findings
    const facts = { site_no: siteNo ?? inputs.get(assetId)!.siteNo }
    const unitId = to.unit_id!
    findings.push(...(await judgeDuplicates({ facts, unitId, self: assetId, moment, trx })))
    const standingMatters = await judgeStanding({
      assetIds: [assetId],
      on,
      transactionId,
      trx,
      moment,
    })
    // They stay what they are, under the unit that gave them: told, not forbidden.
    return [
      ...findings,
      ...standingMatters.map((one) => ({ ...one, severity: 'warning' as const })),
    ]
  },

  async apply({ asset_id: assetId, kind, to, moves_unit: moves, site_no: siteNo }, context) {
    const moved = moves ? { unit_id: to.unit_id, ...(siteNo ? { site_no: siteNo } : {}) } : {}
    await context.record(assetId, { [custodyFact(kind)]: to, ...moved })
    return { outputs: [assetId] }
  },
}

export default custody

/** Who receives: a unit of the tree by its id, or another authority by its name. */
export async function receiver(asked: Asked, trx: Trx): Promise<Custody> {
  const unitId = asked.optionalId('unit_id')
  const basis = asked.optionalId('legal_basis_id')
  if (unitId === null) return { unit_id: null, name: asked.text('name'), legal_basis_id: basis }
  const [[unit]] = await trx.rawQuery('SELECT name_ar FROM units WHERE id = ?', [unitId])
  if (!unit) {
    throw new ProposalError('to', 'لا توجد هذه الوحدة.', 'There is no such unit.')
  }
  return {
    unit_id: unitId,
    name: asked.optionalText('name') ?? unit.name_ar,
    legal_basis_id: basis,
  }
}
