import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { assessClaim } from '#accounts/beneficiaries/claims/assess_claim'
import type { Claim } from '#accounts/beneficiaries/claims/claim'
import { judgeClaims } from '#accounts/beneficiaries/claims/judge_claims'
import RecordClaim from '#accounts/beneficiaries/claims/record_claim'
import { ClaimRefusedError } from '#accounts/beneficiaries/errors'
import PaymentClaim from '#accounts/models/payment_claim'
import type User from '#identity/models/user'
import { aBeneficiary } from '#tests/support/beneficiaries'
import { counts, importFile } from '#tests/support/imports'
import { pounds } from '#tests/support/budget'

type World = Awaited<ReturnType<typeof aBeneficiary>>
let papers = 0

test.group('Claims', (group) => {
  let world: World

  group.each.setup(async () => {
    world = await aBeneficiary({
      numbers: { tax_no: String(100_000_000 + ++papers + process.pid) },
    })
  })

  const claim = (amount: string, rest: Partial<Claim> = {}): Claim => ({
    unitId: world.unitId,
    beneficiaryId: world.id,
    on: '2026-11-22',
    amount: pounds(amount),
    ...rest,
  })
  const record = (of: Claim) =>
    new RecordClaim().handle(
      {
        ...of,
        document: { type: 'test', id: Date.now() * 1000 + ++papers, label: `50/${papers}` },
      },
      { by: world.officer.asActor() as never }
    )
  const judge = async (id: number, by: User, reason?: string) =>
    judgeClaims([await PaymentClaim.findOrFail(id)], { by: by.asActor() as never, reason })
  const rules = async (of: Claim) => {
    const { verdict, findings } = await assessClaim(of)
    return [verdict, ...findings.map(({ rule }) => rule)]
  }

  test('the same electronic invoice is stopped, whoever claims it, until another answers for it', async ({
    assert,
  }) => {
    const taxUuid = `UUID-${Date.now()}-${++papers}`
    await record(claim('4100.00', { taxUuid }))
    const other = await aBeneficiary()
    const again = { ...claim('77.00', { taxUuid }), beneficiaryId: other.id, unitId: other.unitId }
    assert.deepEqual(await rules(again), ['blocked', 'tax_uuid'])
    const { id, verdict } = await record(again)
    assert.equal(verdict, 'blocked')
    await assert.rejects(() => judge(id, world.head), ClaimRefusedError as never)
    await assert.rejects(() => judge(id, world.officer, 'لا بأس'), ClaimRefusedError as never)
    await judge(id, world.head, 'دفعة ثانية من الفاتورة نفسها')
    const kept = await PaymentClaim.findOrFail(id)
    assert.deepEqual(
      [kept.overriddenBy, kept.overrideReason],
      [world.head.id, 'دفعة ثانية من الفاتورة نفسها']
    )
  })

  test('an invoice claimed again under another spelling stops, and the answer to it is kept and told', async ({
    assert,
  }) => {
    const first = claim('12500.00', { invoiceNo: 'INV-00123/2026', on: '2026-01-10' })
    assert.equal((await record(first)).verdict, 'clear')
    const again = claim('12500.00', { invoiceNo: 'inv ١٢٣ / ٢٠٢٦' })
    assert.deepEqual(await rules(again), ['blocked', 'invoice_amount'])
    const { id } = await record(again)
    await assert.rejects(() => judge(id, world.head), /رقم الفاتورة والمبلغ نفسهما/)
    await judge(id, world.head, 'صُرفت الأولى لمورد آخر بالخطأ واستُردت')
    const kept = await db.from('payment_claims').where('id', id).firstOrFail()
    assert.equal(kept.override_reason, 'صُرفت الأولى لمورد آخر بالخطأ واستُردت')
    assert.include(kept.findings, 'invoice_amount')
    const told = await db.from('trail').where({ subject_type: 'payment_claim', subject_id: id })
    assert.deepEqual(
      told.map(({ action, actor_id: by }) => [action, Number(by)]),
      [['payment_claim.overridden', world.head.id]]
    )
  })

  test('a withdrawn claim no longer stands in the way', async ({ assert }) => {
    const taxUuid = `UUID-${Date.now()}-${++papers}`
    const first = await record(claim('900.00', { taxUuid, invoiceNo: '7' }))
    const { document_type: type, document_id: id } = await db
      .from('payment_claims')
      .where('id', first.id)
      .firstOrFail()
    const again = await record(claim('900.00', { taxUuid, invoiceNo: '7' }))
    assert.equal(again.verdict, 'blocked')
    await new RecordClaim().withdraw({ type, ids: [Number(id)] }, { reason: 'أُلغيت الاستمارة' })
    await judge(again.id, world.head)
    assert.equal((await PaymentClaim.findOrFail(again.id)).verdict, 'clear')
    const { documentId } = await PaymentClaim.findOrFail(again.id)
    await new RecordClaim().withdraw({ type, ids: [documentId] }, { reason: 'أُلغيت' })
    assert.equal((await record(claim('900.00', { taxUuid, invoiceNo: '7' }))).verdict, 'clear')
  })

  test('the same amount on near days is suspect, unless another invoice number tells it apart', async ({
    assert,
  }) => {
    await record(claim('3000.00', { invoiceNo: '41', on: '2026-10-23' }))
    assert.deepEqual(await rules(claim('3000.00')), ['suspect', 'amount_near'])
    assert.deepEqual(await rules(claim('3000.00', { invoiceNo: '42' })), ['clear', 'amount_near'])
    assert.deepEqual(await rules(claim('3000.00', { on: '2026-12-23' })), ['clear'])
    assert.deepEqual(await rules(claim('3000.01')), ['clear'])
  })

  test('another unit’s record of the same firm counts as the same party', async ({ assert }) => {
    const taxNo = String(200_000_000 + ++papers + process.pid)
    const here = await aBeneficiary({ numbers: { tax_no: taxNo } })
    const there = await aBeneficiary({ numbers: { tax_no: taxNo } })
    const of = claim('5200.00', { invoiceNo: '88' })
    await record({ ...of, unitId: here.unitId, beneficiaryId: here.id })
    const verdict = await rules({ ...of, unitId: there.unitId, beneficiaryId: there.id })
    assert.deepEqual(verdict, ['blocked', 'invoice_amount'])
  })

  test('five purchases of 30,000 are over the limit of 50,000 by the second', async ({
    assert,
  }) => {
    const of = (invoiceNo: string, on: string) =>
      claim('30000.00', { invoiceNo, on, itemClass: '2104', department: 'الحملة الميكانيكية' })
    assert.deepEqual(await rules(of('1', '2026-11-01')), ['clear'])
    await record(of('1', '2026-11-01'))
    assert.deepEqual(await rules(of('2', '2026-11-30')), [
      'suspect',
      'amount_near',
      'split_party',
      'split_department',
    ])
    const later = await rules(of('3', '2026-12-01'))
    assert.notInclude(later, 'split_party')
  })

  test('splitting over several sellers of one department is found; over the limit is not splitting', async ({
    assert,
  }) => {
    const asked = { itemClass: '2101', department: 'إدارة المخازن', unitId: world.unitId }
    await record(claim('26000.00', { ...asked, invoiceNo: '5' }))
    const other = await aBeneficiary({ unitId: world.unitId })
    const of = (amount: string) => ({
      ...claim(amount, { ...asked, department: 'اداره المخازن' }),
      beneficiaryId: other.id,
    })
    const { findings } = await assessClaim(of('24000.01'))
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['split_department']
    )
    assert.include(findings[0]!.text.en, '50,000.01')
    assert.deepEqual(await rules(of('24000.00')), ['clear'])
    assert.deepEqual(await rules(of('50000.01')), ['clear'])
  })

  test('payments of the past count too, and one that was taken back does not stop', async ({
    assert,
  }) => {
    const header = 'beneficiary no,beneficiary,paid on,amount,payment number,invoice number\n'
    const outcome = await importFile({
      kind: 'historical-payments',
      unitId: world.unitId,
      content: `${header}${world.beneficiaryNo},مورد,2025-05-01,800.00,9001,A-1\n${world.beneficiaryNo},مورد,2025-05-01,650.00,9002,A-2\n${world.beneficiaryNo},مورد,2025-06-01,-650.00,9003,A-2\n`,
    })
    assert.deepEqual(counts(outcome), [3, 0, 0, 0, 0])
    assert.deepEqual(await rules(claim('800.00', { invoiceNo: 'a 01' })), [
      'blocked',
      'invoice_amount',
    ])
    const taken = await rules(claim('650.00', { invoiceNo: 'A/2' }))
    assert.equal(taken[0], 'clear')
    assert.include(taken, 'invoice_reversed')
  })

  test('a recorded claim is not rewritten', async ({ assert }) => {
    const { id } = await record(claim('10.00'))
    await assert.rejects(
      () => db.rawQuery('UPDATE payment_claims SET amount = 11 WHERE id = ?', [id]),
      /only withdrawn/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM payment_claims WHERE id = ?', [id]),
      /keeps every claim/
    )
  })
})
