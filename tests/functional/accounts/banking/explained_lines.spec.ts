import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { postEntry, reverseEntry } from '#accounts/actions/post_entry'
import { explainLine } from '#accounts/banking/debits/explain_line'
import MatchDebit from '#accounts/banking/debits/match_debit'
import { DebitMatchError } from '#accounts/banking/errors'
import { figuresOf } from '#accounts/banking/reconciliation/figures'
import ActOnGuarantee from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import { aStatement, linesOf } from '#tests/support/banking'
import { pounds } from '#tests/support/budget'
import { aParty } from '#tests/support/holdings'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPayingUnit, type PayingUnit } from '#tests/support/payments'

const BASE = '/accounts/banking/debits'
const page = (client: ApiClient, path: string, by: User) => client.get(path).loginAs(by)
const send = (client: ApiClient, path: string, by: User, fields: object) =>
  client.post(path).loginAs(by).withCsrfToken().redirects(0).form(fields)

test.group('Credits of statements that are no deposit', (group) => {
  let world: PayingUnit
  let entries = 0
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const post = (credit: string, amount: string, kind = 'journal_manual') =>
    db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId: world.unitId, postedOn: world.on, kind, description: 'حوالة مرتدة' },
          businessKey: `returned/${world.unitId}/${++entries}`,
          lines: [
            { account: 'INT-TRANSIT', debit: Money.of(amount) },
            { account: credit, credit: Money.of(amount) },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
  const year = () => FiscalYear.containing(world.on).label
  const unknown = async () => {
    const month = Month.containing(world.on)
    const { bankAccountId } = world
    const figures = await figuresOf({ bankAccountId, month }, db as never)
    return String(figures.unknownCredits)
  }
  /** A letter of 19,860.00 that was claimed, and that the bank paid. */
  const forfeited = async () => {
    const { unitId, on, officer, head, second } = world
    const by = officer.asActor() as { id: number; name: string }
    const letter = await new RecordGuarantee().handle(
      {
        ...{ unitId, partyId: await aParty(unitId), purpose: 'final', form: 'letter', on },
        ...{ subjectNo: '12/2026', subject: 'توريد أجهزة', amount: pounds('19860.00') },
        ...{ referenceNo: `LG-${process.pid}-${unitId}`, bankName: 'البنك الأهلي المصري' },
        ...{ issuedOn: on, expiresOn: '2027-12-31' },
      },
      { by }
    )
    const acting = new ActOnGuarantee()
    for (const [kind, signer] of [
      ['accept', head],
      ['call', second],
      ['forfeit', second],
    ] as const) {
      const { id } = await acting.propose(
        letter.id,
        { kind, paperNo: '9', reason: 'خطاب البنك' },
        { by }
      )
      await acting.approve(id, { by: signer, on })
    }
  }

  test('the bank pays a forfeited letter: the forfeiture’s own entry settles the credit, from the page, and nothing stays in transit', async ({
    client,
    assert,
  }) => {
    const { clerk, unitId } = world
    await forfeited()
    await aStatement(world, ['19860.00,SWIFT 4,تسييل خطاب ضمان'])
    const [line] = await linesOf(world)
    assert.equal(await balanceOf('INT-TRANSIT', unitId), '0.00')
    assert.equal(await unknown(), '19860.00')
    const shown = await page(client, `${BASE}/${line}`, clerk)
    shown.assertStatus(200)
    shown.assertTextIncludes('إضافة البنك في')
    const entryId = /name="entry_id"[\s\S]*?value="(\d+)"/.exec(shown.text())![1]!
    const [[entry]] = await db.rawQuery('SELECT kind, unit_id FROM ledger_entries WHERE id = ?', [
      entryId,
    ])
    assert.deepEqual([entry.kind, Number(entry.unit_id)], ['guarantee', unitId])
    const told = { entry_id: entryId, note: 'سيّل البنك خطاب الضمان' }
    ;(await send(client, `${BASE}/${line}/explanation`, clerk, told)).assertStatus(303)
    assert.equal(await unknown(), '0.00')
    const settled = await page(client, `${BASE}/${line}`, clerk)
    for (const text of ['مسوى بقيد', 'سيّل البنك خطاب الضمان']) settled.assertTextIncludes(text)
  })

  test('a transfer that came back is put on the account of its payee by an entry by hand, of that amount alone, once', async ({
    assert,
  }) => {
    const { clerk: by } = world
    await aStatement(world, ['700.00,RTN,حوالة مرتدة', '700.00,RTN2,حوالة مرتدة أخرى'])
    const [line, other] = await linesOf(world)
    const slip = await post('INT-DEPOSITS', '700.01')
    const ofDocument = await post('INT-DEPOSITS', '700.00', 'deposits')
    const right = await post('INT-DEPOSITS', '700.00')
    const explain = (lineId: number, entryNo: number) =>
      explainLine({ lineId, entryNo, fiscalYear: year(), note: 'حوالة مرتدة' }, { by })
    for (const { number } of [slip, ofDocument]) {
      await assert.rejects(() => explain(line!, number), /debit on deposits in transit of 700.00/)
    }
    await explain(line!, right.number)
    await assert.rejects(() => explain(other!, right.number), DebitMatchError as never)
    await assert.rejects(() => explain(line!, right.number), DebitMatchError as never)
    assert.equal(await unknown(), '700.00')
  })

  test('undone with a reason the credit is unknown again and the entry free; reversed, the entry settles nothing and another may', async ({
    assert,
  }) => {
    const { clerk: by } = world
    await aStatement(world, ['700.00,RTN,حوالة مرتدة', '700.00,RTN2,أخرى'])
    const [line, other] = await linesOf(world)
    const first = await post('INT-DEPOSITS', '700.00')
    const explain = (lineId: number, entryNo: number) =>
      explainLine({ lineId, entryNo, fiscalYear: year(), note: 'حوالة مرتدة' }, { by })
    await explain(line!, first.number)
    await new MatchDebit().unmatch(line!, { by, reason: 'هي للسطر الآخر' })
    assert.equal(await unknown(), '1400.00')
    await assert.rejects(
      () => new MatchDebit().unmatch(line!, { by, reason: 'ثانية' }),
      /neither matched nor settled/
    )
    await explain(other!, first.number)
    assert.equal(await unknown(), '700.00')
    await db.transaction((trx) =>
      reverseEntry(first.id, { postedOn: world.on, reason: 'حساب خطأ', trx, by: SYSTEM })
    )
    assert.equal(await unknown(), '1400.00')
    await assert.rejects(() => explain(line!, first.number), DebitMatchError as never)
    const again = await post('INT-DEPOSITS', '700.00')
    await explain(other!, again.number)
    assert.equal(await unknown(), '700.00')
    const told = await db
      .from('trail')
      .where('subject_type', 'bank_line')
      .whereIn('subject_id', [line!, other!])
      .orderBy('id')
    assert.deepEqual(
      told.map(({ action, subject_id: id }) => [action, Number(id)]),
      [
        ['bank_line.explained', line],
        ['bank_line.unexplained', line],
        ['bank_line.explained', other],
        ['bank_line.explained', other],
      ]
    )
  })

  test('a credit that the reconciliation of revenue joined with a slip is settled by no entry', async ({
    client,
    assert,
  }) => {
    const { clerk: by, unitId } = world
    await aStatement(world, ['700.00,37/9,توريد'])
    const [line] = await linesOf(world)
    const { number } = await post('INT-DEPOSITS', '700.00')
    await db.rawQuery(
      `INSERT INTO bank_matches (unit_id, match_key, rule, evidence, deposited, banked)
       VALUES (?, ?, 'slip_number', '37/9', 700, 700)`,
      [unitId, `test/${line}`]
    )
    await db.rawQuery(
      'INSERT INTO bank_match_members (match_id, bank_line_id) VALUES (LAST_INSERT_ID(), ?)',
      [line!]
    )
    await assert.rejects(
      () =>
        explainLine({ lineId: line!, entryNo: number, fiscalYear: year(), note: 'خطأ' }, { by }),
      /matched with a deposit slip/
    )
    const shown = await page(client, `${BASE}/${line}`, by)
    shown.assertTextIncludes('مطابق لتوريد')
    assert.notInclude(shown.text(), 'name="entry_id"')
  })
})
