import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aUnit } from '#tests/support/units'
import {
  aBankAccount,
  balanceOf,
  counts,
  importFile,
  loadImportReference,
  one,
} from '#tests/support/imports'

const csv = (account: string, rows: string[]) =>
  ['account,booked_on,amount,reference,narrative', ...rows.map((row) => `${account},${row}`)].join(
    '\n'
  )

const mt940 = (account: string) => `:20:DIWAN1
:25:${account}
:28C:10/1
:60F:C261001EGP1000,00
:61:2610021002C500,00NTRFDEP S-1//B1
:86:DEPOSIT SLIP S-1
:61:2610031003D20,50NCHGFEES
:86:BANK CHARGES
:62F:C261031EGP1479,50
-
`

const camt = (account: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-10-31T00:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S10</Id><ElctrncSeqNb>10</ElctrncSeqNb><CreDtTm>2026-10-31T00:00:00</CreDtTm><Acct><Id><IBAN>${account}</IBAN></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EGP">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EGP">1500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-31</Dt></Dt></Bal>
<Ntry><Amt Ccy="EGP">500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-02</Dt></BookgDt><ValDt><Dt>2026-10-02</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>S-1</EndToEndId></Refs><RmtInf><Ustrd>DEPOSIT SLIP S-1</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>`

test.group('Bank statement import', (group) => {
  group.setup(loadImportReference)

  test('equal lines of one file are separate facts; the same file again is none', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const content = csv(number, [
      '2026-10-01,100.00,A,دفعة',
      '2026-10-01,100.00,A,دفعة',
      '2026-10-01,100,A,دفعة',
      '2026-10-02,-30.25,B,عمولة',
      '2026-10-02,0,C,بلا حركة',
    ])
    const outcome = await importFile({ kind: 'bank-statement', unitId, content })
    assert.deepEqual(counts(outcome), [5, 0, 0, 0, 0])
    assert.equal(outcome.totals.landed.amount, '269.75')
    assert.equal(await balanceOf('INT-BANK', unitId), '269.75')
    assert.equal(await balanceOf('INT-TRANSIT', unitId), '-300.00')
    assert.equal(await balanceOf('INT-BANKDEBIT', unitId), '30.25')

    assert.deepEqual(
      counts(await importFile({ kind: 'bank-statement', unitId, content })),
      [0, 0, 5, 0, 0]
    )
    assert.equal(
      await one('SELECT SUM(amount) FROM bank_lines WHERE unit_id = ?', [unitId]),
      '269.75'
    )
  })

  test('a fourth equal line in a later file is one new fact', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const row = '2026-10-01,100.00,A,دفعة'
    await importFile({ kind: 'bank-statement', unitId, content: csv(number, [row, row, row]) })
    const more = await importFile({
      kind: 'bank-statement',
      unitId,
      content: csv(number, [row, row, row, row]),
    })
    assert.deepEqual(counts(more), [1, 0, 3, 0, 0])
  })

  test('credit and debit columns become one signed amount', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const outcome = await importFile({
      kind: 'bank-statement',
      unitId,
      mapping: {
        account: { value: number },
        booked_on: 'التاريخ',
        credit: 'دائن',
        debit: 'مدين',
        narrative: 'البيان',
      },
      content:
        'التاريخ\tالبيان\tمدين\tدائن\n01/10/2026\tإيداع\t0.00\t1,000.00\n02/10/2026\tسحب\t250\t\n03/10/2026\tخطأ\t5\t5\n',
    })
    assert.deepEqual(counts(outcome), [2, 0, 0, 1, 0])
    assert.equal(outcome.totals.landed.amount, '750.00')
    assert.equal(outcome.reasons[0]!.code, 'amount_or_sides')
  })

  test('an MT940 file lands with its statement and whether it adds up', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const outcome = await importFile({
      kind: 'bank-statement',
      unitId,
      content: mt940(number),
      name: 'a.sta',
    })
    assert.deepEqual(counts(outcome), [2, 0, 0, 0, 0])
    assert.equal(outcome.totals.landed.amount, '479.50')
    const [[statement]] = await db.rawQuery(
      'SELECT statement_no, opening_balance, closing_balance, balances FROM bank_statements WHERE unit_id = ?',
      [unitId]
    )
    assert.deepEqual(
      { ...statement },
      { statement_no: '10/1', opening_balance: '1000.00', closing_balance: '1479.50', balances: 1 }
    )
    assert.include(
      await one(
        'SELECT CONCAT(reference, narrative) FROM bank_lines WHERE unit_id = ? AND amount > 0',
        [unitId]
      ),
      'S-1'
    )
  })

  test('a camt.053 file lands', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(unitId)
    const outcome = await importFile({
      kind: 'bank-statement',
      unitId,
      content: camt(number),
      name: 'a.xml',
    })
    assert.deepEqual(counts(outcome), [1, 0, 0, 0, 0])
    assert.equal(outcome.totals.landed.amount, '500.00')
  })

  test('an account of another house is refused by name', async ({ assert }) => {
    const unitId = await aUnit()
    const { number } = await aBankAccount(await aUnit())
    const outcome = await importFile({
      kind: 'bank-statement',
      unitId,
      content: csv(number, ['2026-10-01,1,A,x']),
    })
    assert.deepEqual(counts(outcome), [0, 0, 0, 1, 0])
    assert.equal(outcome.reasons[0]!.code, 'unknown_account')
  })
})
