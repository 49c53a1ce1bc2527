import type { Trx } from '#core/within'
import User from '#identity/models/user'
import DecideChange from '#registry/register/decide_change'
import type { ChangeKindName } from '#registry/register/kinds/kind'
import ProposeChange from '#registry/register/propose_change'
import { newGround, square } from '#tests/support/register'
import type { Scratch } from '#tests/support/books/scratch'

/** A house whose register was kept by its rules: parcels created, split, merged, corrected, refused. */
export async function fillRegister(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  await house.client.transaction(async (trx) => {
    const [[unit]] = await trx.rawQuery("SELECT id FROM units WHERE code = 'EG-FYM-SNR'")
    const unitId = Number(unit.id)
    const [maker, checker] = [await person(1, unitId, trx), await person(2, unitId, trx)]
    const propose = (kind: ChangeKindName, proposal: unknown, on: string) =>
      new ProposeChange().handle(
        { unitId, kind, effectiveOn: on, proposal },
        { by: maker.asActor() as never, trx }
      )
    const change = async (kind: ChangeKindName, proposal: unknown, on = '2026-07-01') => {
      const { id } = await propose(kind, proposal, on)
      await new DecideChange().approve(id, { by: checker, trx })
      const [rows] = await trx.rawQuery(
        "SELECT asset_id FROM transaction_assets WHERE transaction_id = ? AND part = 'output' ORDER BY asset_id",
        [id]
      )
      return { id, outputs: (rows as { asset_id: number }[]).map((row) => Number(row.asset_id)) }
    }
    const parcel = async (ground: number, east = 0) => {
      const facts = {
        name: 'أرض',
        hod: `حوض ${ground}`,
        plot_no: String(east),
        custody_jurisdiction: { name: 'الوحدة' },
      }
      const geometry = square(100, { ground, east })
      return (await change('create', { class: 'land.vacant', facts, geometry })).outputs[0]!
    }
    for (let index = 0; index < 4; index++) {
      const ground = newGround()
      const [a, b, c] = [await parcel(ground), await parcel(ground, 100), await parcel(ground, 300)]
      const merged = await change('merge', { assets: [{ asset_id: a }, { asset_id: b }] })
      if (index === 0) await change('cancellation', { transaction_id: merged.id })
      await change(
        'boundary',
        { asset_id: c, geometry: square(90, { ground, east: 300 }) },
        '2026-08-01'
      )
      await change(
        'correction',
        { asset_id: c, facts: { landmark: 'المسجد', area_deed: { m2: '8100' } } },
        '2026-08-01'
      )
      await change(
        'allocation',
        { asset_id: c, to: { name: 'الصحة' }, purpose: 'وحدة صحية' },
        '2026-09-01'
      )
      const other = await propose(
        'correction',
        { asset_id: c, facts: { street: 'س' } },
        '2026-09-01'
      )
      await new DecideChange().refuse(other.id, { by: checker, reason: 'لا مستند', trx })
      await propose('correction', { asset_id: c, facts: { street: 'ص' } }, '2026-09-01')
    }
  })
}

async function person(number: number, unitId: number, trx: Trx): Promise<User> {
  const user = await User.create(
    {
      email: `p${number}@test.example`,
      fullName: `موظف ${number}`,
      homeUnitId: unitId,
      password: '-',
      mustChangePassword: false,
      status: 'active',
      locale: 'ar',
      theme: 'auto',
      searchText: `p${number}`,
    },
    { client: trx }
  )
  return user.loadAccess(trx)
}
