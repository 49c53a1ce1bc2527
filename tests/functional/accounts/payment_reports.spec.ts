import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import { aGrant, aPerson, aRole } from '#tests/support/people'
import RequestCommitment from '#budget/commitments/request_commitment'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import RecordBeneficiary from '#accounts/beneficiaries/record_beneficiary'
import ReviewVoucher from '#accounts/payments/review_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import { pounds } from '#tests/support/budget'
import { AN_IBAN, aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'

const page = (client: ApiClient, path: string, by: User) => client.get(path).loginAs(by)

test.group('Reports of payments', (group) => {
  let world: PayingUnit

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const report = async (client: ApiClient, name: string, by: User, query = '') => {
    const answer = await page(client, `/accounts/payments/reports/${name}${query}`, by)
    answer.assertStatus(200)
    return answer.text().replace(/\s+/g, ' ')
  }
  const csv = async (client: ApiClient, name: string, by: User, query = '') => {
    const file = await page(client, `/accounts/payments/reports/${name}?format=csv${query}`, by)
    file.assertStatus(200)
    return file.text().trim().split(/\r?\n/).slice(1)
  }

  test('the register of payments adds up what its rows say, and its files are the same rows', async ({
    client,
    assert,
  }) => {
    const { officer } = world
    await aVoucher(world, 'posted')
    const text = await report(client, 'payments-register', officer)
    for (const figure of ['48,410.00', '1,645.94', '46,764.06']) assert.include(text, figure)
    assert.lengthOf(await csv(client, 'payments-register', officer), 1)
    for (const format of ['xlsx', 'pdf']) {
      const file = await page(
        client,
        `/accounts/payments/reports/payments-register?format=${format}`,
        officer
      )
      file.assertStatus(200)
    }
    const shelf = await page(client, '/accounts/payments/reports', officer)
    shelf.assertTextIncludes('سجل الاستقطاعات')
  })

  test('deductions are registered once posted, kind by kind, and those of a void form are not', async ({
    client,
    assert,
  }) => {
    const { officer } = world
    await aVoucher(world, 'cleared')
    assert.lengthOf(await csv(client, 'deductions-register', officer), 0)
    await aVoucher(world, 'posted', {
      invoices: [
        {
          ...{ invoiceNo: '7', invoiceOn: world.on },
          ...{ beforeVat: pounds('1000.00'), vat: pounds('140.00') },
        },
      ],
    })
    const rows = await csv(client, 'deductions-register', officer)
    const kinds = await db
      .from('voucher_deductions as d')
      .join('payment_vouchers as v', 'v.id', 'd.voucher_id')
      .where('v.unit_id', world.unitId)
      .where('v.status', 'posted')
      .select('d.kind', 'd.amount')
      .orderBy('d.seq')
    assert.lengthOf(rows, kinds.length)
    const withheld = await csv(client, 'deductions-register', officer, '&kind=withholding')
    assert.lengthOf(withheld, 1)
    assert.include(withheld[0]!, '1%')
    assert.include(withheld[0]!, '10.00')
  })

  test('the register for the tax authority names the tax number, to readers of the beneficiaries alone', async ({
    client,
    assert,
  }) => {
    const { officer, head, unitId } = world
    const by = officer.asActor() as { id: number; name: string }
    const known = await new RecordBeneficiary().handle(
      { unitId, kind: 'supplier', name: 'مؤسسة الدلتا', numbers: { tax_no: '204831570' } },
      { by }
    )
    const account = await new ProposeAccount().handle(
      { beneficiaryId: known.id, iban: AN_IBAN, bankName: 'بنك مصر', reason: 'خطاب البنك 4' },
      { by }
    )
    await new DecideAccount().approve(account.id, { by: head })
    await aVoucher(world, 'posted', { beneficiaryId: known.id })
    const rows = await csv(client, 'deductions-register', officer, '&kind=withholding')
    assert.lengthOf(rows, 1)
    for (const text of ['204831570', 'مؤسسة الدلتا', '1%', '48410', '484.10']) {
      assert.include(rows[0]!, text)
    }
    const { code } = await aRole(['accounts.payments.read'])
    const reader = await aPerson({ unitId, roles: [code] })
    const unnamed = await csv(client, 'deductions-register', reader, '&kind=withholding')
    assert.lengthOf(unnamed, 1)
    assert.notInclude(unnamed[0]!, '204831570')
    assert.include(unnamed[0]!, '484.10')
  })

  test('a dossier without its papers is on the list with what it lacks, and leaves it when they are in', async ({
    client,
    assert,
  }) => {
    const { officer } = world
    const { id } = await new DraftVoucher().make(world.input(), { by: officer })
    await new ReviewVoucher().addPaper(id, { code: 'invoice', reference: '101' }, { by: officer })
    const [row] = await csv(client, 'dossiers-incomplete', officer)
    assert.include(row!, ',6,')
    await aVoucher(world, 'submitted')
    assert.lengthOf(await csv(client, 'dossiers-incomplete', officer), 1)
  })

  test('cycle times: median and nine tenths of each stage and officer, and what waits there since when', async ({
    client,
    assert,
  }) => {
    const { officer, head, unitId } = world
    const [person] = [officer.id]
    const one = (no: string) => ({
      invoices: [
        { invoiceNo: no, invoiceOn: world.on, beforeVat: pounds('10.00'), vat: pounds('0.00') },
      ],
    })
    const ids: number[] = []
    for (const no of ['1', '2', '3', '4']) ids.push((await aVoucher(world, 'draft', one(no))).id)
    // Steps of known length: 1, 2, 3 and 10 hours at the desk, written as the table of steps keeps them.
    for (const [index, hours] of [1, 2, 3, 10].entries()) {
      await db.rawQuery(
        `INSERT INTO voucher_steps (voucher_id, from_status, to_status, made_by, made_at, effective_on)
         SELECT id, 'draft', 'submitted', ?, made_at + INTERVAL ? HOUR, ? FROM payment_vouchers WHERE id = ?`,
        [person!, hours, world.on, ids[index]!]
      )
    }
    const [row] = await csv(client, 'cycle-by-stage', head, `&unit=${unitId}`)
    // Median of 1, 2, 3, 10 is 2.5; nine tenths lie within 3 + 0.7 × 7 = 7.9; four drafts wait.
    assert.match(row!, /^مسودة,4,2\.5,7\.9,10(\.0)?,4,/)
    const [mine] = await csv(client, 'cycle-by-officer', head, `&unit=${unitId}`)
    assert.equal(mine!.split(',').slice(1, 4).join(), `${officer.fullName},4,2.5`)
    assert.lengthOf(
      await csv(client, 'cycle-by-officer', head, `&unit=${unitId}&taken_to=2020-01-01`),
      0
    )
  })

  test('a stranger to the unit reads none of it', async ({ client, assert }) => {
    await aVoucher(world, 'posted')
    const stranger = (await aPayingUnit()).officer
    for (const name of ['payments-register', 'deductions-register', 'cycle-by-stage']) {
      assert.lengthOf(await csv(client, name, stranger), 0)
      const foreign = `/accounts/payments/reports/${name}?format=csv&unit=${world.unitId}`
      const refused = await page(client, foreign, stranger)
      refused.assertStatus(422)
    }
  })

  test('an officer of two units reads the times of the one he asks for', async ({
    client,
    assert,
  }) => {
    const other = await aPayingUnit()
    await aVoucher(world, 'submitted')
    await aVoucher(other, 'submitted')
    const both = await aPerson({ unitId: world.unitId, roles: ['accounts_head'] })
    await aGrant(both.id, 'accounts_head', other.unitId)
    await both.loadAccess()
    const counted = async (query: string) => {
      const rows = await csv(client, 'cycle-by-stage', both, query)
      return rows.map((row) => row.split(',').slice(0, 2).join())
    }
    assert.includeMembers(await counted(''), ['مسودة,2'])
    assert.includeMembers(await counted(`&unit=${other.unitId}`), ['مسودة,1'])
  })
})

test.group('The worklist', () => {
  test('it shows each what waits for him of every domain, the oldest first, and never his own check', async ({
    client,
    assert,
  }) => {
    const world = await aPayingUnit()
    const { officer, head, second, lineId, unitId } = world
    const { id } = await aVoucher(world, 'submitted')
    const commitment = await new RequestCommitment().handle(
      { lineId, amount: pounds('500.00'), purpose: 'صيانة' },
      { by: officer.asActor() as { id: number; name: string } }
    )
    const seen = async (by: User) => {
      const text = (await page(client, `/waiting?unit=${unitId}`, by)).text()
      return [`/accounts/payments/${id}"`, `/budget/commitments/${commitment.id}"`].map((url) =>
        text.includes(url)
      )
    }
    assert.deepEqual(await seen(officer), [false, true])
    assert.deepEqual(await seen(head), [true, true])
    assert.deepEqual(await seen(second), [false, false])
    const nobody = await aPerson({ unitId, roles: [] })
    assert.deepEqual(await seen(nobody), [false, false])
    const list = (await page(client, `/waiting?unit=${unitId}`, head)).text()
    assert.isBelow(
      list.indexOf(`/accounts/payments/${id}"`),
      list.indexOf(`/budget/commitments/${commitment.id}"`)
    )
  })
})
