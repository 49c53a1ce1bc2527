import { test } from '@japa/runner'
import { openTable } from '#core/readers/open_table'
import { BANK_COLUMNS, type BankColumn } from '#core/readers/bank_rows'
import { all, file, refused } from '#tests/unit/core/readers/make'
import type { RawRow } from '#core/readers/types'

const get = (row: RawRow, column: BankColumn) => row.cells[BANK_COLUMNS.indexOf(column)]

const MT940 = `{1:F01NBEGEGCXXXXX0000000000}{2:I940NBEGEGCXXXXXN}{4:
:20:STMT2610
:25:EG380019000500000000263180002
:28C:31/1
:60F:C260930EGP1000,00
:61:2610011001C250,50NTRFREF001//BANK77
توريد نقدي
:86:إيصال رقم 1001
كشك محطة القطار
:61:2512310102D100,NCHKNONREF
:86:/NAME/محمد أحمد/REMI/رسوم لوحة/EREF/E2E-9/
:61:261002RC50,25NRTIREF003
:62F:C261002EGP1100,25
:86:كلام عن الكشف كله
-}
{1:F01NBEGEGCXXXXX0000000000}{2:I940NBEGEGCXXXXXN}{4:
:20:STMT2611
:25:100/200
:28C:1
:60F:D261002EGP10,00
:61:2610030CR5,NMSCX
:62F:D261003EGP4,00
-}
`

test.group('MT940 statements', () => {
  test('every movement is a row with its statement, sign, dates, references and text', async ({
    assert,
  }) => {
    const table = await openTable(await file(MT940))
    assert.equal(table.format, 'mt940')
    assert.deepEqual(table.columns, [...BANK_COLUMNS])
    const [first, second, third] = await all(table)
    assert.equal(first!.number, 6)
    assert.deepEqual(first!.cells, [
      'EG380019000500000000263180002',
      '31/1',
      'EGP',
      '1000.00',
      '1100.25',
      '2026-10-01',
      '2026-10-01',
      '250.50',
      'NTRF',
      'REF001',
      'BANK77',
      null,
      'توريد نقدي إيصال رقم 1001 كشك محطة القطار',
      'false',
    ])
    assert.deepEqual(
      [
        get(second!, 'amount'),
        get(second!, 'reference'),
        get(second!, 'counterparty'),
        get(second!, 'narrative'),
      ],
      ['-100.00', 'E2E-9', 'محمد أحمد', 'رسوم لوحة']
    )
    assert.deepEqual([get(third!, 'amount'), get(third!, 'reversal')], ['-50.25', 'true'])
  })

  test('a booking date without a year is taken from the year nearest to the value date', async ({
    assert,
  }) => {
    const [, second] = await all(await openTable(await file(MT940)))
    assert.deepEqual(
      [get(second!, 'value_on'), get(second!, 'booked_on')],
      ['2025-12-31', '2026-01-02']
    )
  })

  test('a statement that does not add up is landed with a warning that states the figures', async ({
    assert,
  }) => {
    const table = await openTable(await file(MT940))
    assert.deepEqual(
      table.statements!.map(({ account, lines, movement, balanced }) => [
        account,
        lines,
        movement,
        balanced,
      ]),
      [
        ['EG380019000500000000263180002', 3, '100.25', true],
        ['100/200', 1, '0.00', false],
      ]
    )
    assert.deepEqual(
      table.warnings.map((warning) => warning.code),
      ['statement_does_not_balance']
    )
    assert.include(table.warnings[0]!.ar, '-4.00')
  })

  test('a movement that cannot be read is kept as a row with the reason', async ({ assert }) => {
    const rows = await all(await openTable(await file(MT940)))
    assert.equal(rows[3]!.problem?.code, 'movement_unreadable')
    assert.equal(rows[3]!.number, 21)
  })

  test('the numbered German text gives name, purpose and reference', async ({ assert }) => {
    const text = `:20:A\n:25:B\n:28C:1\n:60F:C200904EUR0,00\n:61:2009040904C230,00N051NONREF\n:86:166?00GUTSCHRIFT?20EREF+SCP-82 SVWZ+Mie\n?21te Mai?30OLBODEH2XXX?31DE59?32EWE VERTRIEB?33 GmbH\n:62F:C200904EUR230,00\n`
    const [row] = await all(await openTable(await file(text)))
    assert.deepEqual(
      [get(row!, 'counterparty'), get(row!, 'reference'), get(row!, 'narrative')],
      ['EWE VERTRIEB GmbH', 'SCP-82', 'GUTSCHRIFT EREF+SCP-82 SVWZ+Miete Mai']
    )
  })

  test('marks with the letter of the currency, spaces and long zeros are understood', async ({
    assert,
  }) => {
    const head = ':20:A\n:25:B\n:28C:1\n:60F:C190215EUR0,\n'
    const cases: [string, string, string][] = [
      ['1902180218DR20,00N037NONREF', '-20.00', 'false'],
      ['1902180218RDR1027,25N068NONREF', '1027.25', 'true'],
      ['110527D000000001213,28N0440121470966', '-1213.28', 'false'],
      ['1312091209C79,7FMSC01916//NONREF', '79.70', 'false'],
      ['210330 0331C50,00 NTRFX', '50.00', 'false'],
    ]
    for (const [line, amount, reversal] of cases) {
      const [row] = await all(await openTable(await file(`${head}:61:${line}\n`)))
      assert.deepEqual(
        [get(row!, 'amount'), get(row!, 'reversal'), row!.problem],
        [amount, reversal, undefined]
      )
    }
  })

  test('tags without a statement are refused', async ({ assert }) => {
    assert.equal(
      (await refused(openTable(await file(':60F:C031002EUR123,00\n')))).code,
      'mt940_no_statement'
    )
  })
})

const entry = (more: string, amount = '250.50', sign = 'CRDT') =>
  `<Ntry><Amt Ccy="EGP">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-10-01</Dt></BookgDt><ValDt><DtTm>2026-10-02T00:00:00+02:00</DtTm></ValDt>${more}</Ntry>`
const balance = (code: string, amount: string, sign = 'CRDT') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EGP">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd></Bal>`
const camt = (statement: string, prolog = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${prolog}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${statement}</Stmt></BkToCstmrStmt></Document>`
const ACCOUNT = '<ElctrncSeqNb>31</ElctrncSeqNb><Acct><Id><IBAN>EG38</IBAN></Id></Acct>'

test.group('camt.053 statements', () => {
  test('every booked entry is a row, and the balances are checked', async ({ assert }) => {
    const details =
      '<AcctSvcrRef>BK-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>شركة النور</Nm></Pty></Dbtr><Cdtr><Pty><Nm>محافظة الفيوم</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>رسوم كشك</Ustrd></RmtInf></TxDtls></NtryDtls>'
    const text = camt(
      ACCOUNT +
        balance('OPBD', '1000') +
        balance('CLBD', '1150.25') +
        entry(details) +
        entry('<RvslInd>true</RvslInd>', '100.25', 'DBIT')
    )
    const table = await openTable(await file(text))
    assert.equal(table.format, 'camt053')
    assert.deepEqual(table.warnings, [])
    const [first, second] = await all(table)
    assert.deepEqual(first!.cells, [
      'EG38',
      '31',
      'EGP',
      '1000.00',
      '1150.25',
      '2026-10-01',
      '2026-10-02',
      '250.50',
      null,
      'E2E-1',
      'BK-1',
      'شركة النور',
      'رسوم كشك',
      'false',
    ])
    assert.deepEqual([get(second!, 'amount'), get(second!, 'reversal')], ['-100.25', 'true'])
  })

  test('what is not booked yet is shown as a problem and not counted', async ({ assert }) => {
    const pending = entry('').replace('BOOK', 'PDNG')
    const table = await openTable(
      await file(camt(ACCOUNT + balance('OPBD', '5') + balance('CLBD', '5') + pending))
    )
    assert.equal((await all(table))[0]!.problem?.code, 'not_booked')
    assert.isTrue(table.statements![0]!.balanced)
  })

  test('entities that multiply or reach outside are refused before they are read', async ({
    assert,
  }) => {
    const bombs = [
      '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ]
    for (const bomb of bombs) {
      const error = await refused(
        openTable(await file(camt(ACCOUNT + entry('<AddtlNtryInf>&b;&x;</AddtlNtryInf>'), bomb)))
      )
      assert.equal(error.code, 'xml_doctype')
      assert.notInclude(error.message, 'root:')
    }
  })

  test('a statement cut in the middle is refused with the line', async ({ assert }) => {
    const text = camt(ACCOUNT + entry(''))
    const error = await refused(openTable(await file(text.slice(0, text.length - 60))))
    assert.equal(error.code, 'xml_broken')
  })

  test('a file with no statement is refused', async ({ assert }) => {
    const text = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>'
    assert.equal((await refused(openTable(await file(text)))).code, 'camt053_no_statement')
  })
})

const OFX = `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EGP<BANKACCTFROM><ACCTID>098-121</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261001120000[+2:EET]<TRNAMT>250.5<FITID>F1<NAME>A &amp; B<MEMO>kiosk
</STMTTRN>
<STMTTRN>
<TRNTYPE>DEBIT
<DTPOSTED>20261002
<TRNAMT>-1,000.25
<FITID>F2
</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>250.25<DTASOF>20261002</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

test.group('OFX statements', () => {
  test('movements come out of tags that are never closed', async ({ assert }) => {
    const table = await openTable(await file(OFX))
    const [first, second] = await all(table)
    assert.deepEqual([first!.number, second!.number], [6, 8])
    assert.deepEqual(
      [
        get(first!, 'account'),
        get(first!, 'booked_on'),
        get(first!, 'amount'),
        get(first!, 'counterparty'),
      ],
      ['098-121', '2026-10-01', '250.50', 'A & B']
    )
    assert.equal(get(second!, 'amount'), '-1000.25')
    assert.deepEqual(
      [table.statements![0]!.openingBalance, table.statements![0]!.closingBalance],
      ['1000.00', '250.25']
    )
  })

  test('a file of investments is refused for what it is', async ({ assert }) => {
    assert.equal(
      (await refused(openTable(await file('<OFX><INVSTMTRS></INVSTMTRS></OFX>')))).code,
      'ofx_no_statement'
    )
  })
})
