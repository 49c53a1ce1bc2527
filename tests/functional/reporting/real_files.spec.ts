import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { APPROVER, ImportWalk, MAKER, type ShownFigures } from '#tests/support/import_walk'
import { aHolder } from '#tests/support/holders'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'

interface RealFile {
  file: string
  kind: string
  map: Record<string, string | { value: string } | null>
  accounts?: string[]
  expected: Partial<ShownFigures>
}

const FILES: RealFile[] = [
  {
    file: 'property/trafford_land_and_building_assets.csv',
    kind: 'sites-and-licences',
    map: {
      site_no: 'AssetCode',
      class: { value: 'land' },
      name: 'PropertyName',
      street: 'StreetName',
      latitude: 'GeoY',
      longitude: 'GeoX',
      area_m2: 'LandArea',
    },
    expected: { rows: 608, landed: 608, rejected: 0, blank: 0 },
  },
  {
    file: 'property/chicago_city_owned_land_2015.csv',
    kind: 'sites-and-licences',
    map: {
      site_no: '14-Digit PIN #',
      class: { value: 'أرض فضاء' },
      name: 'Community Area',
      street: 'Street Name',
    },
    expected: { rows: 12_986, landed: 12_986, rejected: 0, blank: 0 },
  },
  {
    file: 'permits/chicago_sidewalk_cafe_permits.csv',
    kind: 'sites-and-licences',
    map: {
      site_no: 'PERMIT NUMBER',
      class: { value: 'مقاعد ومناضد' },
      name: 'DOING BUSINESS AS NAME',
      street: 'ADDRESS',
      latitude: 'LATITUDE',
      longitude: 'LONGITUDE',
      status: null,
    },
    expected: { rows: 1155, landed: 1155, rejected: 0, blank: 0 },
  },
  {
    file: 'egypt_admin/techlabs/cities.csv',
    kind: 'sites-and-licences',
    map: { site_no: 'id', class: { value: 'أرض' }, name: 'city_name_ar' },
    expected: { rows: 396, landed: 396, rejected: 0, blank: 0 },
  },
  {
    file: 'bank/mt940/sandermarechal/abnamro.txt',
    kind: 'bank-statement',
    map: {},
    accounts: ['517852257'],
    expected: { rows: 10, landed: 10, rejected: 0, blank: 0 },
  },
  {
    file: 'bank/camt/genkgo/camt053.v2.minimal.xml',
    kind: 'bank-statement',
    map: {},
    accounts: ['NL26VAYB8060476890'],
    expected: { rows: 1, landed: 1, rejected: 0, blank: 0 },
  },
]

test.group('Real files of other houses, by the pages', (group) => {
  const table: Record<string, unknown>[] = []
  let above = 0
  group.setup(async () => {
    above = await aUnit()
    return () => void (table.length > 0 && console.table(table))
  })

  async function walkIn(client: ImportWalk['client'], unitId: number) {
    const maker = await aHolder(MAKER, { unitId, fullName: 'هدى سالم' })
    return new ImportWalk(
      client,
      maker,
      await aHolder(APPROVER, { unitId, fullName: 'عادل منصور' })
    )
  }

  /** From the upload to the check; the figures are the preview's. */
  async function checked(walk: ImportWalk, unitId: number, real: Omit<RealFile, 'expected'>) {
    const uploaded = await walk.upload(real.kind, unitId, sharedPath(real.file))
    if (!walk.id) {
      throw new Error(`${real.file}: ${JSON.stringify(uploaded.flashMessage('inputErrorsBag'))}`)
    }
    await walk.map(real.map)
    const state = await walk.work()
    if (state !== 'checked') throw new Error(`${real.file} is ${state}`)
    return walk.figures()
  }

  async function landed(walk: ImportWalk) {
    await walk.approve()
    await walk.commit()
    return walk.work()
  }

  for (const { expected, ...real } of FILES) {
    test(`${real.file} lands by mapping it on the page`, async ({ client, assert }) => {
      const unitId = await aUnit(above)
      for (const accountNo of real.accounts ?? []) {
        await openBankAccount(
          { unitId, accountNo, nameAr: accountNo, bankName: '' },
          { by: SYSTEM }
        )
      }
      const walk = await walkIn(client, unitId)
      const preview = await checked(walk, unitId, real)
      assert.equal(await landed(walk), 'committed')
      const shown = await walk.figures()
      assert.deepEqual(shown, preview)
      table.push({ file: real.file, kind: real.kind, ...shown, totals: shown.totals.landed ?? '' })
      assert.deepInclude(shown, expected)
      assert.equal(
        shown.rows,
        shown.landed + shown.updated + shown.unchanged + shown.rejected + shown.blank
      )
    })
      .timeout(120_000)
      .skip(!isShared(real.file), ABSENT)
  }

  const PAYMENTS = 'spending/trafford/trafford-supplier-spend-2024-25.zip'

  test('all 210,068 payments of Trafford land to the piastre, and the same file again changes nothing', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit(above)
    const account = 'EG380019000500000000263180002'
    await openBankAccount(
      { unitId, accountNo: account, nameAr: 'حساب الموردين', bankName: 'البنك المركزي' },
      { by: SYSTEM }
    )
    const real = {
      file: PAYMENTS,
      kind: 'bank-statement',
      map: {
        account: { value: account },
        booked_on: 'PaymentDate',
        amount: 'Amount',
        reference: 'TransactionNumber',
        counterparty: 'BeneficiaryName',
        narrative: 'Purpose',
        value_on: null,
        statement_no: null,
        credit: null,
        debit: null,
      },
    }
    const first = await walkIn(client, unitId)
    const preview = await checked(first, unitId, real)
    assert.deepInclude(preview, { rows: 210_068, landed: 210_068, rejected: 0, unchanged: 0 })
    assert.equal(preview.totals.file, '565,219,573.74')
    assert.equal(await landed(first), 'committed')
    const shown = await first.figures()
    table.push({ file: PAYMENTS, kind: real.kind, ...shown, totals: shown.totals.landed })
    const [[sum]] = await db.rawQuery(
      'SELECT COUNT(*) AS n, SUM(amount) AS amount FROM bank_lines WHERE unit_id = ?',
      [unitId]
    )
    assert.deepEqual(
      { n: Number(sum.n), amount: String(sum.amount) },
      { n: 210_068, amount: '565219573.74' }
    )

    const second = await walkIn(client, unitId)
    const again = await checked(second, unitId, real)
    assert.deepInclude(again, { rows: 210_068, landed: 0, updated: 0, unchanged: 210_068 })
    assert.deepInclude(again, { rejected: 0, blank: 0 })
    assert.equal(again.totals.unchanged, '565,219,573.74')
    table.push({ file: `${PAYMENTS} (again)`, kind: real.kind, ...again, totals: '0.00' })
    assert.notInclude((await second.get('', second.approver)).text(), 'اعتماد وترحيل')
    const [[{ lines }]] = await db.rawQuery(
      'SELECT COUNT(*) AS `lines` FROM bank_lines WHERE unit_id = ?',
      [unitId]
    )
    assert.equal(Number(lines), 210_068)
  })
    .timeout(180_000)
    .skip(!isShared(PAYMENTS), ABSENT)
})
