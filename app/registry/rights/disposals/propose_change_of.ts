import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import Asset from '#registry/models/asset'
import type Disposal from '#registry/models/disposal'
import Party from '#registry/models/party'
import ProposeChange from '#registry/register/propose_change'
import type { StepAct } from '#registry/rights/disposals/disposal_step'

/** Proposes the change of the register in which a disposal ends; another person decides it. */
export async function proposeChange(
  disposal: Disposal,
  { titleNo, on }: { titleNo: string; on: Day },
  by: StepAct['by'],
  trx: Trx
) {
  const party = await Party.findOrFail(disposal.awardedPartyId!, { client: trx })
  const asset = await Asset.findOrFail(disposal.assetId, { client: trx })
  const basis = disposal.undedicationId
    ? await trx.from('legal_bases').where('id', disposal.undedicationId).firstOrFail()
    : null
  const undedication = basis
    ? {
        number: basis.number,
        on: basis.issued_on ?? `${basis.year}-01-01`,
        authority: basis.subject.slice(0, 160),
      }
    : null
  const proposal =
    disposal.kind === 'sale'
      ? { asset_id: asset.id, how: 'sale', to: party.name, undedication }
      : {
          asset_id: asset.id,
          to: { name: party.name, unit_id: null },
          purpose: disposal.purpose.slice(0, 60),
        }
  return new ProposeChange().handle(
    {
      unitId: asset.unitId,
      kind: disposal.kind === 'sale' ? 'disposal' : 'allocation',
      effectiveOn: on,
      proposal,
      reason: `تصرف رقم ${disposal.label} — سند رقم ${titleNo}`,
      decision: { number: titleNo, on, legalBasisId: disposal.directBasisId },
      source: { type: 'disposal', id: disposal.id },
    },
    { by, trx }
  )
}
