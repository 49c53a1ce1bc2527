import type { Day } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import User from '#identity/models/user'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder, { type OrderInput } from '#registry/books/orders/propose_order'
import BillUnit from '#revenue/actions/bill_unit'
import type { Scratch } from '#tests/support/books/scratch'

/** A house whose books of assets were kept by its rules, and which billed what its register says. */
export async function fillAssets(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  await house.client.transaction(async (trx) => {
    const [[unit]] = await trx.rawQuery("SELECT id FROM units WHERE code = 'EG-FYM-SNR'")
    const unitId = Number(unit.id)
    const [maker, checker] = [await person(1, unitId, trx), await person(2, unitId, trx)]
    const by = { id: maker.id, name: maker.fullName }
    const approve = (id: number) => new DecideOrder().approve(id, { by: checker, trx })
    const order = async (
      assetId: number,
      kind: OrderInput['kind'],
      amount: string,
      effectiveOn: Day,
      valuationId?: number
    ) => {
      const input = { assetId, kind, amount: Money.of(amount), effectiveOn, valuationId }
      return approve((await new ProposeOrder().handle(input, { by, trx })).id)
    }
    const run = async (month: string) => {
      const made = await new ProposeOrder().depreciation(unitId, Month.of(month), { by, trx })
      return approve(made.id)
    }
    const kiosks = [await asset('occupancy.kiosk', 1), await asset('occupancy.kiosk', 2)] as const
    const land = await asset('land.vacant', 3)
    await order(kiosks[0], 'capitalisation', '12000.00', '2026-05-10')
    await order(kiosks[1], 'capitalisation', '7777.77', '2026-05-11')
    await order(land, 'capitalisation', '500000.00', '2026-05-12')
    await run('2026-05')
    const june = await run('2026-06')
    const back = await new ProposeOrder().reversal(june.id, 'خطأ في الشهر', { by, trx })
    await approve(back.id)
    await run('2026-06')
    for (const [amount, on] of [
      ['650000.00', '2026-07-01'],
      ['600000.00', '2026-07-02'],
    ] as const) {
      await order(land, 'revaluation', amount, on, await valuation(land, amount, on))
    }
    await order(kiosks[1], 'disposal', '100.00', '2026-07-05')
    await run('2026-07')
    await new ProposeOrder().handle(
      { assetId: kiosks[0], kind: 'disposal', amount: Money.zero, effectiveOn: '2026-08-01' },
      { by, trx }
    )
    await usage()
    await new BillUnit().handle({ unitId, month: Month.of('2026-10'), by: SYSTEM }, { trx })

    async function asset(code: string, number: number): Promise<number> {
      const { id: classId } = await trx.from('asset_classes').where({ code }).firstOrFail()
      return insert('assets', {
        unit_id: unitId,
        class_id: classId,
        code: `AB-${number}`,
        site_no: `AB-${number}`,
        name: `أصل ${number}`,
        search_text: `AB-${number}`,
      })
    }

    function valuation(assetId: number, amount: string, on: Day): Promise<number> {
      return insert('valuations', {
        unit_id: unitId,
        asset_id: assetId,
        basis: 'committee',
        method: 'comparison',
        amount,
        valued_on: on,
        valid_until: '2027-06-30',
        committee: 'لجنة',
        status: 'approved',
        made_by: maker.id,
        decided_by: checker.id,
      })
    }

    /** A case that was billed for August and September, paid August, and closed on 10 August. */
    async function usage() {
      const caseId = await insert('encroachment_cases', {
        unit_id: unitId,
        case_no: 'AB-1',
        status: 'minuted',
        status_since: '2026-08-01',
        source: 'inspection',
        kind: 'building',
        ground: 'built',
        description: 'مبنى',
        occupier_name: 'سيد',
        folded_occupier: 'سيد',
        area_m2: '365',
        detected_on: '2026-08-01',
        possession_from: '2026-08-01',
      })
      await insert('usage_accruals', {
        unit_id: unitId,
        case_id: caseId,
        episode: 1,
        valid_from: '2026-08-01',
        valid_to: '2026-10-01',
        days: 61,
        area_m2: '365',
        annual_rate: '10',
        rate_of: 'm2',
        per_day: '10.00',
        amount: '610.00',
        tariff: 'قرار',
      })
      const bill = () =>
        new BillUnit().handle({ unitId, month: Month.of('2026-10'), by: SYSTEM }, { trx })
      await bill()
      const august = await trx.from('charges').where('period', '2026-08-01').firstOrFail()
      const book = await insert('receipt_books', {
        unit_id: unitId,
        book_no: '1',
        first_no: 1,
        last_no: 50,
      })
      await insert('receipts', {
        unit_id: unitId,
        book_id: book,
        number: 1,
        received_on: '2026-10-02',
        method: 'cash',
        amount: '310.00',
        payment_ref: august.payment_ref,
      })
      await trx.from('encroachment_cases').where('id', caseId).update({ charged_to: '2026-08-11' })
      await bill()
      await trx.from('encroachment_cases').where('id', caseId).update({ charged_to: null })
    }

    async function insert(table: string, row: Record<string, unknown>): Promise<number> {
      const [id] = await trx.insertQuery().table(table).insert(row)
      return Number(id)
    }
  })
}

async function person(number: number, unitId: number, trx: Trx): Promise<User> {
  const user = await User.create(
    {
      email: `b${number}@test.example`,
      fullName: `موظف ${number}`,
      homeUnitId: unitId,
      password: '-',
      mustChangePassword: false,
      status: 'active',
      locale: 'ar',
      theme: 'auto',
      searchText: `b${number}`,
    },
    { client: trx }
  )
  return user.loadAccess(trx)
}
