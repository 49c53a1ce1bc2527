import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'
import { aBeneficiary, IBANS } from '#tests/support/beneficiaries'
import { counts, importFile, one } from '#tests/support/imports'
import { aUnit } from '#tests/support/units'

const FILE = 'spending/trafford/trafford-supplier-spend-2024-25.zip'

test.group('Payments of the past', () => {
  test('all 210,068 of a council land, equal ones apart, to the last piastre; again nothing grows', async ({
    assert,
  }) => {
    const { unitId, id } = await aBeneficiary({
      beneficiaryNo: '3536',
      name: 'VLC (Stairlifts) Limited',
    })
    const file = {
      kind: 'historical-payments',
      unitId,
      content: await readFile(sharedPath(FILE)),
      name: 'spend.zip',
      mapping: {
        payee_no: 'BeneficiaryOtherID',
        payee_name: 'BeneficiaryName',
        paid_on: 'PaymentDate',
        amount: 'Amount',
        reference: 'TransactionNumber',
        invoice_no: 'InvoiceNumber',
        department: 'OrganisationalUnit',
        item_class: 'ProclassCode',
        purpose: 'Purpose',
      },
    }
    const standing = async () => [
      await one('SELECT COUNT(*) FROM historical_payments WHERE unit_id = ?', [unitId]),
      await one('SELECT SUM(amount) FROM historical_payments WHERE unit_id = ?', [unitId]),
    ]
    const first = await importFile(file)
    assert.deepEqual(counts(first), [210_068, 0, 0, 0, 0])
    assert.equal(first.totals.landed.amount, '565219573.74')
    assert.deepEqual(await standing(), ['210068', '565219573.74'])
    const again = await importFile(file)
    assert.deepEqual(counts(again), [0, 0, 210_068, 0, 0])
    assert.deepEqual(await standing(), ['210068', '565219573.74'])
    const his = "SELECT COUNT(*) FROM historical_payments WHERE unit_id = ? AND payee_no = '3536'"
    assert.equal(
      await one('SELECT COUNT(*) FROM historical_payments WHERE beneficiary_id = ?', [id]),
      await one(his, [unitId])
    )
    await undoImport(first.id, { by: SYSTEM })
    assert.deepEqual(await standing(), ['0', null])
  })
    .timeout(240_000)
    .skip(!isShared(FILE), ABSENT)
})

test.group('Beneficiaries from a file', () => {
  const header =
    'رقم المستفيد,اسم المستفيد,النوع,الرقم القومي,الرقم الضريبي,آيبان,نهاية البطاقة الضريبية\n'
  const bring = (unitId: number, rows: string) =>
    importFile({ kind: 'beneficiaries', unitId, content: header + rows })

  test('they land sealed, and their accounts wait for another person', async ({ assert }) => {
    const unitId = await aUnit()
    const rows = `V1,شركة النيل للتوريدات,مورد,,123-456-789,${IBANS.national},30/06/2027\nV2,أحمد علي,موظف,29001012301234,,,\n`
    assert.deepEqual(counts(await bring(unitId, rows)), [2, 0, 0, 0, 0])
    assert.deepEqual(counts(await bring(unitId, rows)), [0, 0, 2, 0, 0])
    const [kind, until, status, bank] = [
      "SELECT kind FROM beneficiaries WHERE unit_id = ? AND beneficiary_no = 'V2'",
      "SELECT tax_card_until FROM beneficiaries WHERE unit_id = ? AND beneficiary_no = 'V1'",
      'SELECT GROUP_CONCAT(status) FROM beneficiary_accounts WHERE unit_id = ?',
      'SELECT bank_name FROM beneficiary_accounts WHERE unit_id = ?',
    ]
    assert.equal(await one(kind!, [unitId]), 'employee')
    assert.equal(await one(until!, [unitId]), '2027-06-30')
    assert.equal(await one(status!, [unitId]), 'proposed')
    assert.equal(await one(bank!, [unitId]), 'البنك الأهلي المصري')
  })

  test('wrong ids and accounts are rejected, each with its own sentence and never the number', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await bring(
      unitId,
      [
        'B1,أول,فرد,29002302301234,,,',
        'B2,ثان,مورد,,12345678,,',
        'B3,ثالث,مورد,,,EG790003000500000000263180001,',
        `B4,رابع,مورد,,,${IBANS.unknown},`,
        'B5,خامس,فرد,29001012301234,,,',
        'B6,سادس,فرد,29001012301234,,,',
        '',
      ].join('\n')
    )
    assert.deepEqual(counts(outcome), [1, 0, 0, 5, 0])
    assert.deepEqual(
      outcome.reasons.map(({ code }) => code),
      ['national_id_wrong', 'tax_no_wrong', 'iban_wrong', 'unknown_bank', 'number_of_another']
    )
    assert.notInclude(JSON.stringify(outcome.reasons), '29001012301234')
  })

  test('a file with another account asks for a change, and undone takes its requests along', async ({
    assert,
  }) => {
    const world = await aBeneficiary({ beneficiaryNo: 'V9', name: 'شركة الفيوم' })
    await world.approve((await world.propose(IBANS.national)).id)
    const outcome = await bring(world.unitId, `V9,شركة الفيوم,مورد,,,${IBANS.misr},\n`)
    assert.deepEqual(counts(outcome), [0, 1, 0, 0, 0])
    const waiting =
      "SELECT iban FROM beneficiary_accounts WHERE unit_id = ? AND status = 'proposed'"
    assert.equal(await one(waiting, [world.unitId]), IBANS.misr)
    await undoImport(outcome.id, { by: SYSTEM })
    assert.isNull(await one(waiting, [world.unitId]))
  })
})
