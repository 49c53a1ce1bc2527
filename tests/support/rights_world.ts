import db from '@adonisjs/lucid/services/db'
import { addMonths, today, type Day } from '#core/days'
import { Money } from '#core/money'
import type User from '#identity/models/user'
import Asset from '#registry/models/asset'
import type Right from '#registry/models/right'
import ApproveRight from '#registry/rights/actions/approve_right'
import DraftRight, { type RightInput } from '#registry/rights/actions/draft_right'
import type Valuation from '#registry/models/valuation'
import DecideValuation from '#registry/rights/valuations/decide_valuation'
import ProposeValuation, {
  type ValuationInput,
} from '#registry/rights/valuations/propose_valuation'
import { aPerson } from '#tests/support/people'
import { RECORDS } from '#tests/support/records'
import { aUnit } from '#tests/support/units'

let made = 0

export interface RightsWorld {
  unitId: number
  officer: User
  head: User
  asset(changes?: Record<string, unknown>): Promise<Asset>
  party(name?: string): Promise<{ id: number; partyNo: string }>
  /** A draft of the officer: a lease of one year from today unless told otherwise. */
  draft(asset: Asset, partyNo: string, changes?: Partial<RightInput>): Promise<Right>
  approve(right: Right): Promise<Right>
  /** A party's charge for a right, due in the past and unpaid. */
  arrears(right: Right, amount: string): Promise<void>
}

/** A unit with an officer who drafts and a head who approves. */
export async function aRightsWorld(): Promise<RightsWorld> {
  const unitId = await aUnit()
  const officer = await aPerson({ unitId, roles: ['property_officer'], fullName: 'معد الحقوق' })
  const head = await aPerson({ unitId, roles: ['property_head'], fullName: 'معتمد الحقوق' })
  return {
    unitId,
    officer,
    head,
    async asset(changes = {}) {
      const id = await RECORDS.assets!.make(unitId, `أصل ${++made}`)
      await db
        .from('assets')
        .where('id', id)
        .update({ domain: 'private', ...changes })
      return Asset.findOrFail(id)
    },
    async party(name = `متعامل ${++made}`) {
      const id = await RECORDS.parties!.make(unitId, name)
      const row = await db.from('parties').where('id', id).firstOrFail()
      return { id, partyNo: row.party_no }
    },
    draft: (asset, partyNo, changes = {}) =>
      new DraftRight().create(
        { ...aLease(asset.id, partyNo), ...changes },
        { by: { id: officer.id, name: officer.fullName } }
      ),
    approve: (right) => new ApproveRight().approve(right.id, { by: head }),
    async arrears(right, amount) {
      const head1 = await db.from('revenue_heads').select('id').firstOrFail()
      await db
        .insertQuery()
        .table('charges')
        .insert({
          unit_id: unitId,
          head_id: head1.id,
          right_id: right.id,
          asset_id: right.assetId,
          party_id: right.partyId,
          payment_ref: `AR-${process.pid}-${++made}`,
          period: '2026-07-01',
          due_on: '2026-07-05',
          amount,
        })
    },
  }
}

/** A lease of one year from today at 1,000 pounds a month. */
export function aLease(assetId: number, partyNo: string, from: Day = today()): RightInput {
  return {
    assetId,
    partyNo,
    kind: 'lease',
    validFrom: from,
    validTo: addMonths(from, 12),
    billing: 'monthly',
    periodAmount: Money.of('1000.00'),
    deposit: Money.of('2000.00'),
  }
}

/** An approved valuation by a committee, of today unless told otherwise. */
export async function aValuation(
  world: RightsWorld,
  asset: Asset,
  amount: string,
  changes: Partial<ValuationInput> = {}
): Promise<Valuation> {
  const drafted = await new ProposeValuation().handle(
    {
      assetId: asset.id,
      basis: 'committee',
      method: 'comparison',
      amount: Money.of(amount),
      valuedOn: today(),
      committee: 'لجنة التقييم بقرار 12',
      ...changes,
    },
    { by: { id: world.officer.id, name: world.officer.fullName } }
  )
  return new DecideValuation().approve(drafted.id, { by: world.head })
}

/** A receipt of the unit, named `book/number`. */
export async function aReceipt(world: RightsWorld, amount: string): Promise<string> {
  const [id] = await db
    .insertQuery()
    .table('receipts')
    .insert({
      unit_id: world.unitId,
      book_id: await RECORDS.receipt_books!.make(world.unitId, 'دفتر'),
      number: 1,
      received_on: today(),
      method: 'cash',
      amount,
    })
  const row = await db
    .from('receipts')
    .join('receipt_books', 'receipt_books.id', 'receipts.book_id')
    .where('receipts.id', id)
    .select('book_no', 'receipts.number')
    .firstOrFail()
  return `${row.book_no}/${row.number}`
}
