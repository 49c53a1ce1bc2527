import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { NotRecordedError } from '#registry/rights/errors'
import { FOREVER } from '#registry/rights/kinds'
import type { RightInput } from '#registry/rights/actions/draft_right'
import type { rightForm } from '#registry/rights/validators'
import type { Infer } from '@vinejs/vine/types'
import type Asset from '#registry/models/asset'
import type Right from '#registry/models/right'

/** What the form of a right says, as the action takes it. */
export async function rightInput(
  typed: Infer<typeof rightForm>,
  asset: Pick<Asset, 'id' | 'unitId'>
): Promise<RightInput> {
  return {
    assetId: asset.id,
    partyNo: typed.party_no,
    partners: typed.partners,
    rightNo: typed.right_no,
    kind: typed.kind,
    slotNo: typed.slot_no,
    validFrom: typed.valid_from,
    validTo: typed.valid_until ? addDays(typed.valid_until, 1) : FOREVER,
    billing: typed.billing,
    periodAmount: typed.period_amount,
    deposit: typed.deposit,
    escalationPercent: typed.escalation_percent,
    escalationMonths: typed.escalation_months,
    grantor: typed.grantor,
    purpose: typed.purpose,
    activity: typed.activity,
    areaPartM2: typed.area_part_m2,
    conditions: typed.conditions,
    undedicationId: await basisId(asset.unitId, typed.undedication_no),
    decisionNo: typed.decision_no,
    decisionOn: typed.decision_on,
  }
}

/**
 * A legal basis of the unit, named as its list shows it: `512/2026`.
 * @throws NotRecordedError
 */
export async function basisId(
  unitId: number,
  named: string | null | undefined
): Promise<number | null> {
  if (!named) return null
  const [number, year] = named.split('/').map((part) => part.trim())
  const row = await db
    .from('legal_bases')
    .where('number', number ?? '')
    .where('year', year ?? '')
    .whereIn('unit_id', (above) =>
      above.from('unit_closure').where('descendant_id', unitId).select('ancestor_id')
    )
    .select('id')
    .first()
  if (!row) throw new NotRecordedError('basis', named)
  return Number(row.id)
}

/** A draft as its form shows it. */
export async function rightFields(right: Right) {
  const [partners] = await db.rawQuery(
    `SELECT p.party_no AS no, s.written FROM right_shares s JOIN parties p ON p.id = s.party_id
     WHERE s.right_id = ? ORDER BY s.party_id`,
    [right.id]
  )
  const alone = partners.length === 1 && partners[0].written === '1'
  const basis = right.undedicationId
    ? await db.from('legal_bases').where('id', right.undedicationId).firstOrFail()
    : null
  const party = await db.from('parties').where('id', right.partyId).firstOrFail()
  return {
    party_no: party.party_no,
    partners: alone
      ? ''
      : partners.map(({ no, written }: Record<string, string>) => `${no} = ${written}`).join('\n'),
    right_no: right.rightNo,
    kind: right.kind,
    slot_no: right.slotNo,
    valid_from: right.validFrom,
    valid_until: right.validTo === FOREVER ? '' : addDays(right.validTo, -1),
    billing: right.billing,
    period_amount: String(right.periodAmount),
    deposit: String(right.deposit),
    escalation_percent: right.escalationPercent?.replace(/\.?0+$/, ''),
    escalation_months: right.escalationMonths,
    grantor: right.grantor,
    purpose: right.purpose,
    activity: right.activity,
    area_part_m2: right.areaPartM2,
    conditions: right.conditions,
    undedication_no: basis ? `${basis.number}/${basis.year}` : '',
    decision_no: right.decisionNo,
    decision_on: right.decisionOn,
  }
}

/** Parties offered while typing: the latest of the unit. */
export async function partiesOffered(unitId: number) {
  const rows = await db
    .from('parties')
    .where('unit_id', unitId)
    .orderBy('id', 'desc')
    .limit(200)
    .select('party_no as no', 'name')
  return rows as { no: string; name: string }[]
}
