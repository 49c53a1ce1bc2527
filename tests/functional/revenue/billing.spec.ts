import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import { USAGE_TARIFF } from '#registry/encroachments/usage_tariff'
import EncroachmentCase from '#registry/models/encroachment_case'
import EndRight from '#registry/rights/actions/move_right'
import BillUnit from '#revenue/actions/bill_unit'
import { MonthNotBillableError } from '#revenue/errors'
import BillMonthJob from '#revenue/jobs/bill_month_job'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import { arrearsOfRights } from '#revenue/queries/arrears_of_rights'
import { RECORDS } from '#tests/support/records'
import { aPerson } from '#tests/support/people'
import { CasesWorld } from '#tests/support/cases_world'
import { aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

const NOW = Month.current()
const LAST = NOW.previous()
const BEFORE = LAST.previous()

const bill = (unitId: number, month = NOW) => new BillUnit().handle({ unitId, month, by: SYSTEM })

const charges = async (unitId: number) => {
  const rows = await db
    .from('charges')
    .join('revenue_heads', 'revenue_heads.id', 'charges.head_id')
    .where('charges.unit_id', unitId)
    .orderBy('charges.id')
    .select('code', 'period', 'due_on', 'amount', 'status', 'payment_ref', 'charges.id')
  return rows
}
const told = (rows: any[]) =>
  rows.map((row) => `${row.code} ${row.period} ${row.due_on} ${row.amount} ${row.status}`)

/** Ten pounds a day: ten a year for a metre, 365 metres. */
async function tenADay(world: CasesWorld, from: Day): Promise<EncroachmentCase> {
  const value = {
    agricultural: { rate: '3000', of: 'feddan' },
    built: { rate: '10', of: 'm2' },
    vacant: { rate: '4', of: 'm2' },
  }
  await db
    .insertQuery()
    .table('dated_settings')
    .insert({
      name: USAGE_TARIFF,
      unit_id: world.unitId,
      value: JSON.stringify(value),
      valid_from: '2020-01-01',
      legal_reference: 'قرار التثمين 10',
    })
  const kase = await world.open()
  await world.minutes(kase, { areaM2: '365.0000' })
  await db.from('encroachment_cases').where('id', kase.id).update({ possession_from: from })
  const found = await EncroachmentCase.findOrFail(kase.id)
  await db.transaction((trx: Trx) => new AccrueUsage().upTo(found, today(), trx))
  return found
}

async function aReceiptFor(unitId: number, reference: string, amount: string, on: Day) {
  await db
    .insertQuery()
    .table('receipts')
    .insert({
      unit_id: unitId,
      book_id: await RECORDS.receipt_books!.make(unitId, `دفتر ${reference}`),
      number: 1,
      received_on: on,
      method: 'cash',
      amount,
      payment_ref: reference,
    })
}

test.group('Billing | usage without a right', (group) => {
  let world: CasesWorld
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await CasesWorld.make()
  })

  test('the days before the month become charges by month, with head, due day and reference; billing again changes nothing', async ({
    assert,
  }) => {
    const kase = await tenADay(world, addDays(BEFORE.last, -9))
    const first = await bill(world.unitId)
    const oct = `${10 * LAST.days}.00`
    assert.deepEqual(
      [first.issued, String(first.amount)],
      [2, String(Money.of('100.00').add(Money.of(oct)))]
    )
    const rows = await charges(world.unitId)
    const due = addDays(NOW.first, 15)
    assert.deepEqual(told(rows), [
      `USUFRUCT ${BEFORE.first} ${due} 100.00 open`,
      `USUFRUCT ${LAST.first} ${due} ${oct} open`,
    ])
    const month = BEFORE.first.slice(0, 7).replace('-', '')
    assert.equal(rows[0].payment_ref, `DW-U-${kase.id}-${month}-1`)
    const basis = await db.from('bills').where('charge_id', rows[0].id).firstOrFail()
    assert.deepEqual([basis.days, basis.basis], [10, 'قرار التثمين 10'])

    const again = await bill(world.unitId)
    assert.deepEqual([again.issued, again.cancelled, again.credited], [0, 0, 0])
    assert.lengthOf(await charges(world.unitId), 2)
    assert.deepEqual((await bill(world.unitId, LAST)).cancelled, 0)
  })

  test('a case closed back-dated: what nobody paid is cancelled and billed at what is right, what was paid is credited', async ({
    assert,
  }) => {
    const kase = await tenADay(world, BEFORE.first)
    await bill(world.unitId)
    const [paid, open] = await charges(world.unitId)
    await aReceiptFor(world.unitId, paid.payment_ref, paid.amount, today())
    await db
      .from('encroachment_cases')
      .where('id', kase.id)
      .update({ charged_to: addDays(BEFORE.first, 12) })

    const after = await bill(world.unitId)
    const over = Money.of(paid.amount).subtract(Money.of('120.00'))
    assert.deepEqual(
      [after.issued, after.cancelled, after.credited, String(after.creditAmount)],
      [0, 1, 1, String(over)]
    )
    assert.deepEqual(
      (await charges(world.unitId)).map(({ id, status }) => [id, status]),
      [
        [paid.id, 'open'],
        [open.id, 'cancelled'],
      ]
    )
    const trail = await db.from('trail').where({ subject_type: 'charge', subject_id: open.id })
    assert.equal(trail[0].action, 'charge.cancelled')
    assert.equal((await bill(world.unitId)).credited, 0)

    // Held again from the same day: the month that was taken back is billed anew, and uses the credit.
    await db.from('encroachment_cases').where('id', kase.id).update({ charged_to: null })
    const back = await bill(world.unitId)
    assert.equal(back.issued, 2)
    const rows = await db
      .from('bills')
      .where('unit_id', world.unitId)
      .orderBy('id')
      .select('sequence', 'period', 'accrued', 'credit_used', 'charge_id')
    assert.deepEqual(
      rows.slice(2).map((row) => [row.period, row.sequence, row.accrued, row.credit_used]),
      [
        [BEFORE.first, 2, String(over), String(over)],
        [LAST.first, 2, open.amount, '0.00'],
      ]
    )
    assert.isNull(rows[2].charge_id)
  })

  test('a case decided for its occupier owes nothing of what was billed', async ({ assert }) => {
    const kase = await tenADay(world, BEFORE.first)
    await bill(world.unitId)
    await db
      .from('encroachment_cases')
      .where('id', kase.id)
      .update({ status: 'lost', closed_on: today() })
    assert.equal((await bill(world.unitId)).cancelled, 2)
    assert.isEmpty((await charges(world.unitId)).filter(({ status }) => status === 'open'))
  })

  test('the reconciliation sees a bill as due, and its receipt as its payment', async ({
    assert,
  }) => {
    await tenADay(world, LAST.first)
    await bill(world.unitId)
    const [row] = await charges(world.unitId)
    const month = Month.containing(row.due_on)
    const run = () => new StartReconciliation().runHere({ unitId: world.unitId, month, by: SYSTEM })
    const unpaid = (await run()).differences.find(({ code }) => code === 'unpaid')!
    assert.deepEqual([unpaid.count, unpaid.amount], [1, row.amount])
    await aReceiptFor(world.unitId, row.payment_ref, row.amount, row.due_on)
    const paid = (await run()).differences.find(({ code }) => code === 'unpaid')
    assert.equal(paid?.count ?? 0, 0)
  })

  test('a month that has not begun is not billed', async ({ assert }) => {
    await assert.rejects(() => bill(world.unitId, NOW.next()), MonthNotBillableError as never)
  })

  test('a bill and a credit can be neither changed nor taken away', async ({ assert }) => {
    await tenADay(world, LAST.first)
    await bill(world.unitId)
    await assert.rejects(() => db.rawQuery('UPDATE bills SET days = 1'))
    await assert.rejects(() => db.rawQuery('DELETE FROM bills'))
  })
})

test.group('Billing | rights, sales and legalisation', (group) => {
  let world: RightsWorld
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })
  const by = () => ({ id: world.officer.id, name: world.officer.fullName })
  const active = async (from: Day, changes = {}) => {
    const asset = await world.asset()
    const { partyNo } = await world.party()
    const right = await world.draft(asset, partyNo, {
      validFrom: from,
      validTo: addMonths(from, 12),
      ...changes,
    })
    await world.approve(right)
    await db.from('rights').where('id', right.id).update({ status: 'active', handed_over_on: from })
    return right
  }

  test('the periods of a lease that began are billed in advance, the raise included', async ({
    assert,
  }) => {
    const from = addMonths(NOW.first, -2)
    const right = await active(from, { escalationPercent: '10', escalationMonths: 2 })
    const billed = await bill(world.unitId)
    assert.deepEqual([billed.issued, String(billed.amount)], [3, '3100.00'])
    assert.deepEqual(told(await charges(world.unitId)), [
      `ADV-USE ${BEFORE.first} ${NOW.first} 1000.00 open`,
      `ADV-USE ${LAST.first} ${NOW.first} 1000.00 open`,
      `ADV-USE ${NOW.first} ${NOW.first} 1100.00 open`,
    ])
    assert.equal((await bill(world.unitId)).issued, 0)
    const owed = await arrearsOfRights([right.id])
    assert.equal(owed.has(right.id), today() > NOW.first)
  })

  test('a right ended back-dated owes nothing for the periods after its end', async ({
    assert,
  }) => {
    const right = await active(BEFORE.first)
    await bill(world.unitId)
    await db
      .from('rights')
      .where('id', right.id)
      .update({ status: 'terminated', ended_on: addDays(BEFORE.first, 3) })
    const { cancelled, issued } = await bill(world.unitId)
    assert.deepEqual([cancelled, issued], [2, 0])
  })

  test('a period that an imported file charged is not billed again, nor is a right of an imported register', async ({
    assert,
  }) => {
    const right = await active(LAST.first)
    await db
      .insertQuery()
      .table('charges')
      .insert({
        unit_id: world.unitId,
        head_id: (await db.from('revenue_heads').where('code', 'RENT').firstOrFail()).id,
        right_id: right.id,
        payment_ref: 'FILE-1',
        period: LAST.first,
        due_on: LAST.first,
        amount: '1000.00',
      })
    await RECORDS.rights!.make(world.unitId, 'مستورد')
    assert.equal((await bill(world.unitId)).issued, 1)
  })

  test('who stays after his right has ended pays for each day until he leaves', async ({
    assert,
  }) => {
    const from = addMonths(BEFORE.first, -12)
    const right = await active(from)
    await db.insertQuery().table('occupancies').insert({
      unit_id: world.unitId,
      asset_id: right.assetId,
      right_id: right.id,
      party_id: right.partyId,
      occupant_name: 'المستأجر',
      valid_from: from,
      source: 'handover',
      evidence: 'محضر تسليم',
    })
    await db.from('rights').where('id', right.id).update({ status: 'holdover' })
    await bill(world.unitId)
    const stayed = (await charges(world.unitId)).filter(({ payment_ref: ref }) =>
      ref.startsWith('DW-H')
    )
    // 12,000 a year ÷ 365 = 32.88 a day.
    const perDay = Money.of('32.88').piastres
    assert.deepEqual(
      stayed.map(({ period, amount }) => [period, amount]),
      [BEFORE, LAST].map((month) => [
        month.first,
        String(Money.piastres(perDay * BigInt(month.days))),
      ])
    )
    await new EndRight().vacate(right.id, { on: addDays(BEFORE.first, 10), by: by() })
    const left = await bill(world.unitId)
    assert.deepEqual(
      [left.cancelled, left.issued, String(left.amount)],
      [2, 1, String(Money.piastres(perDay * 10n))]
    )
  })

  test('the monthly job bills every unit, and is recorded once a month', async ({ assert }) => {
    await active(NOW.first)
    const { result } = await BillMonthJob.runHere({ month: NOW.first })
    assert.isAtLeast((result as { issued: number }).issued, 1)
    assert.lengthOf(await charges(world.unitId), 1)
    await BillMonthJob.ofThisMonth()
    await BillMonthJob.ofThisMonth()
    const jobs = await db
      .from('jobs')
      .where({ kind: BillMonthJob.kind, effect_key: `${BillMonthJob.kind}/${NOW.first}` })
    assert.lengthOf(jobs, 1)
  })

  test('the bills are a page and files, and an officer of charges orders a billing there', async ({
    client,
    assert,
  }) => {
    await active(NOW.first)
    await bill(world.unitId)
    const officer = await aPerson({ unitId: world.unitId, roles: ['revenue_officer'] })
    const page = await client.get('/revenue/bills').loginAs(officer)
    page.assertStatus(200)
    page.assertTextIncludes('DW-R-')
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const asked = client.get('/revenue/bills').qs({ format }).loginAs(officer)
      asked.request.responseType('blob')
      ;(await asked).assertStatus(200)
    }
    const charge = await db.from('charges').where('unit_id', world.unitId).firstOrFail()
    const paper = await client.get(`/papers/charges/${charge.id}`).loginAs(officer)
    paper.assertTextIncludes('عقد')
    const order = (month: string) =>
      client
        .post('/revenue/bills')
        .redirects(0)
        .withCsrfToken()
        .accept('json')
        .loginAs(officer)
        .form({ unit: world.unitId, month })
    assert.include([200, 303], (await order(NOW.toString())).status())
    const jobs = await db.from('jobs').where({ kind: BillMonthJob.kind, unit_id: world.unitId })
    assert.lengthOf(jobs, 1)
    const refused = await order(NOW.next().toString())
    refused.assertBodyContains({ code: 'E_MONTH_NOT_BILLABLE' })
  })
})
