import db from '@adonisjs/lucid/services/db'
import { addDays, addMonths, today } from '#core/days'
import { Money } from '#core/money'
import ApproveRight from '#registry/rights/actions/approve_right'
import DraftRight from '#registry/rights/actions/draft_right'
import MoveRight from '#registry/rights/actions/move_right'
import RecordOccupancy from '#registry/rights/actions/record_occupancy'
import MoveRightsOn from '#registry/rights/actions/move_rights_on'
import PrepareDisposal from '#registry/rights/disposals/prepare_disposal'
import DecideValuation from '#registry/rights/valuations/decide_valuation'
import ObserveAsset from '#registry/rights/valuations/observe_asset'
import ProposeValuation from '#registry/rights/valuations/propose_valuation'
import { hasAny, partiesOf, thingsOf } from '#reporting/sample/office/stock'
import type { Staff } from '#reporting/sample/office/staff'

const TOWN = 'EG-FYM-SNR'

/** Leases in every state, valuations, a sale being prepared; then what the nightly job does to rights. */
export async function workOnRights({ officer, head }: Staff): Promise<void> {
  if (await hasAny('valuations')) return
  const by = officer.asActor() as never
  const parcels = await thingsOf(TOWN, 'land.building', 8)
  const [leased, approved, drafted, sold, ...valued] = parcels
  // A small sample has fewer parcels than this: what there is no land for is left out.
  if (!leased) return
  const parties = await partiesOf(leased.unitId, 3)
  const lease = (assetId: number, partyNo: string, rent: string) =>
    new DraftRight().create(
      {
        assetId,
        partyNo,
        kind: 'lease',
        validFrom: today(),
        validTo: addMonths(today(), 36),
        billing: 'monthly',
        periodAmount: Money.of(rent),
        deposit: Money.of(rent).add(Money.of(rent)),
        escalationPercent: '10',
        escalationMonths: 12,
        activity: 'معرض تجاري',
        decisionNo: '204',
        decisionOn: addDays(today(), -10),
      },
      { by }
    )
  const first = await lease(leased.id, parties[0]!, '2500.00')
  await new ApproveRight().approve(first.id, { by: head })
  await new MoveRight().activate(first.id, { by })
  if (approved) {
    const second = await lease(approved.id, parties[1]!, '1800.00')
    await new ApproveRight().approve(second.id, { by: head })
  }
  if (drafted) await lease(drafted.id, parties[2]!, '3200.00')
  if (!sold) return

  for (const [index, { id }] of [sold, ...valued].entries()) {
    const { id: valuationId } = await new ProposeValuation().handle(
      {
        assetId: id,
        basis: 'committee',
        method: 'comparison',
        amount: Money.of(`${(index + 3) * 175}000.00`),
        valuedOn: addDays(today(), -30 + index),
        committee: 'لجنة التقييم المشكلة بالقرار ٩١',
        comparables: 'ثلاث صفقات مماثلة بالناحية',
        decisionNo: '91',
        decisionOn: addDays(today(), -60),
      },
      { by }
    )
    if (index < 2) await new DecideValuation().approve(valuationId, { by: head })
    await new ObserveAsset().handle(
      {
        assetId: id,
        seenOn: addDays(today(), -20),
        utilisation: { state: index === 0 ? 'surplus' : 'idle', note: 'أرض خالية' },
      },
      { by }
    )
  }
  await new PrepareDisposal().propose(
    { assetId: sold.id, kind: 'sale', way: 'auction', purpose: 'إقامة مبنى سكني' },
    { by }
  )
}

/** Tenants of the town who were found in place after their right had ended. */
async function findWhoStayed({ surveyor }: Staff): Promise<void> {
  const [rows] = await db.rawQuery(
    `SELECT r.asset_id AS assetId, r.party_id AS partyId, r.valid_from AS validFrom FROM rights r
     JOIN assets a ON a.id = r.asset_id JOIN units u ON u.id = r.unit_id
     WHERE u.code = ? AND r.status = 'active' AND r.valid_to < ? AND a.is_in_use = 1
       AND NOT EXISTS (SELECT 1 FROM rights other WHERE other.asset_id = r.asset_id AND other.id <> r.id)
     ORDER BY r.id LIMIT 12`,
    [TOWN, today()]
  )
  for (const { assetId, partyId, validFrom } of rows) {
    await new RecordOccupancy().handle(
      {
        assetId: Number(assetId),
        partyId: Number(partyId),
        from: validFrom,
        source: 'inspection',
        evidence: 'محضر معاينة إدارة الأملاك',
      },
      { by: surveyor.asActor() }
    )
  }
}

/** What the calendar has done to the rights that the files brought in, and who stayed after his. */
export async function bringRightsUpToDate(staff: Staff): Promise<void> {
  if (!(await hasAny('occupancies'))) await findWhoStayed(staff)
  const [units] = await db.rawQuery(
    "SELECT DISTINCT unit_id AS id FROM rights WHERE status IN ('active', 'expiring')"
  )
  for (const { id } of units) await new MoveRightsOn().unit(Number(id))
}
