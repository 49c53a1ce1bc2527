import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { ImportInUseError } from '#core/imports/in_use'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import { PeriodLockedError } from '#accounts/errors'
import { explainLine } from '#accounts/banking/debits/explain_line'
import MatchDebit from '#accounts/banking/debits/match_debit'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import { postEntry, reverseEntry } from '#accounts/actions/post_entry'
import type { DomainError } from '#core/domain_error'
import { answers, aSignedBatch, aStatement, linesOf } from '#tests/support/banking'
import { IBANS } from '#tests/support/beneficiaries'
import { balanceOf, counts, importFile, loadImportReference, one } from '#tests/support/imports'
import { aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'

test.group('Imports that were worked on are not taken back', (group) => {
  let world: PayingUnit
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const undo = (id: number) => undoImport(id, { by: SYSTEM, reason: 'ملف خطأ' })
  /** The refusal itself: a sentence in both languages, its figures and its cure. */
  const refusal = async (id: number) => {
    try {
      await undo(id)
    } catch (error) {
      const state = await one('SELECT state FROM imports WHERE id = ?', [id])
      return { error: error as DomainError, state }
    }
    throw new Error('the import was taken back')
  }
  const people = (...lines: string[]) =>
    importFile({
      kind: 'beneficiaries',
      unitId: world.unitId,
      content: ['رقم المستفيد,نوع المستفيد,اسم المستفيد,رقم الحساب الدولي', ...lines].join('\n'),
    })
  const known = () =>
    one('SELECT COUNT(*) FROM beneficiaries WHERE unit_id = ? AND import_id IS NOT NULL', [
      world.unitId,
    ])
  const decide = async (no: string) => {
    const account = await db
      .from('beneficiary_accounts as a')
      .join('beneficiaries as b', 'b.id', 'a.beneficiary_id')
      .where({ 'b.unit_id': world.unitId, 'b.beneficiary_no': no })
      .select('a.id', 'b.id as owner')
      .firstOrFail()
    await new DecideAccount().approve(Number(account.id), { by: world.head })
    return Number(account.owner)
  }

  test('beneficiaries some of whom were paid stay, all of them: the sentence names him, his form and the cure', async ({
    assert,
  }) => {
    const { id } = await people(
      `701,مورد,شركة الدلتا للتوريدات,${IBANS.national}`,
      `702,مورد,مؤسسة الفيوم,${IBANS.misr}`,
      '703,مورد,ورشة بلا حساب,'
    )
    assert.equal(await known(), '3')
    const beneficiaryId = await decide('702')
    const paid = await aVoucher(world, 'posted', { beneficiaryId })
    const { error, state } = await refusal(id)
    assert.instanceOf(error, ImportInUseError)
    assert.equal(
      error.messages.ar,
      `لا يمكن التراجع: المستفيد رقم 702 «مؤسسة الفيوم» من هذا الملف صرفت له الاستمارة 50 رقم ${paid.label}.`
    )
    assert.equal(
      error.messages.en,
      `It cannot be undone: beneficiary 702 “مؤسسة الفيوم” of this file was paid by form 50 no. ${paid.label}.`
    )
    assert.include(error.cure!.ar, 'صحح بياناته بملف آخر')
    assert.deepEqual(
      [
        state,
        await known(),
        await one('SELECT COUNT(*) FROM beneficiary_accounts WHERE import_id = ?', [id]),
      ],
      ['committed', '3', '2']
    )
  })

  test('an account of the file that another person approved stays with its beneficiary; without one the file goes whole', async ({
    assert,
  }) => {
    const { id } = await people(
      `711,مورد,شركة سوهاج,${IBANS.national}`,
      `712,مورد,شركة قنا,${IBANS.misr}`
    )
    await decide('711')
    await decide('712')
    const { error, state } = await refusal(id)
    assert.match(
      error.messages.en,
      /beneficiary 711 “شركة سوهاج” of this file has an account that was decided on, at .*, and 1 more like it/
    )
    assert.deepEqual([state, await known()], ['committed', '2'])
    const free = await people(`713,مورد,شركة أسوان,`, '714,مورد,ورشة,')
    await undo(free.id)
    assert.equal(await known(), '2')
  })

  test('a statement with a matched line names the line and its order; refused guesses and reversed entries do not hold it', async ({
    assert,
  }) => {
    const { clerk: by, unitId, on } = world
    const { orders } = await aSignedBatch(world, ['12.00', '80.00'])
    const { id } = await aStatement(world, [
      `-12.00,${orders[0]!.label},تحويل`,
      '-80.00,FT,تحويل',
      '-30.25,CHG,عمولة',
    ])
    const [named, guess, fee] = await linesOf(world)
    const { error, state } = await refusal(id)
    assert.equal(
      error.messages.ar,
      `لا يمكن التراجع: سطر الكشف ${on} -12.00 تستخدمه أوامر دفع مطابقة لسطوره (${orders[0]!.label}).`
    )
    assert.deepEqual([state, await balanceOf('INT-BANK', unitId)], ['committed', '-122.25'])
    await new MatchDebit().refuse({ lineId: guess!, orderId: orders[1]!.id }, { by })
    const entry = await db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId, postedOn: on, kind: 'journal_manual', businessKey: `fee/${unitId}` },
          description: 'عمولة بنك',
          lines: [
            { account: 'INT-COMMISSION', debit: Money.of('30.25') },
            { account: 'INT-BANKDEBIT', credit: Money.of('30.25') },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
    await explainLine({ lineId: fee!, entryId: entry.id, note: 'عمولة' }, { by })
    await new MatchDebit().unmatch(named!, { by, reason: 'للتراجع' })
    assert.match((await refusal(id)).error.messages.en, /-30.25 is used by entries that settle/)
    await db.transaction((trx) =>
      reverseEntry(entry.id, { postedOn: on, reason: 'خطأ', trx, by: SYSTEM })
    )
    await undo(id)
    assert.deepEqual(await linesOf(world), [])
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
  })

  test('statement and answer under a signed reconciliation stay until it is sent back, and for good once it is closed', async ({
    assert,
  }) => {
    world.on = '2026-10-10'
    const { clerk, head, bankAccountId } = world
    const { orders } = await aSignedBatch(world, ['100.00'])
    const told = await answers(world, [`${orders[0]!.label},,100.00,منفذ,,2026-10-12`])
    const shown = await aStatement(world, ['-30.25,CHG,عمولة,2026-10-31'])
    const reconcile = new ReconcileBank()
    const month = Month.of('2026-10')
    const balance = Money.of('-30.25')
    const { id } = await reconcile.prepare({ bankAccountId, month, balance }, { by: clerk })
    await reconcile.sign(id, { by: clerk })
    for (const file of [told, shown]) {
      const { error, state } = await refusal(file.id)
      assert.match(error.messages.ar, /مذكرة تسوية البنك رقم 1\/2026\/2027 عن أكتوبر 2026 موقعة/)
      assert.deepEqual(error.cure!.en, 'Send the statement back to who prepared it first.')
      assert.equal(state, 'committed')
    }
    await reconcile.sendBack(id, { by: head, reason: 'رد البنك خطأ' })
    await undo(told.id)
    assert.equal(await balanceOf('INT-PAYORDERS', world.unitId), '-100.00')
    await reconcile.prepare({ bankAccountId, month, balance }, { by: clerk })
    await reconcile.sign(id, { by: clerk })
    await reconcile.sign(id, { by: head })
    assert.match((await refusal(shown.id)).error.cure!.en, /closed statement is not opened/)
  })

  test('opening balances of a locked month stay, with the month in the sentence and nothing half done', async ({
    assert,
  }) => {
    const { unitId } = world
    const content = [
      'كود الحساب,تاريخ الافتتاح,مدين,دائن',
      'INT-BANK,2026-07-01,1500.50,',
      'INT-DEPOSITS,2026-07-01,,1500.50',
    ].join('\n')
    const file = await importFile({ kind: 'opening-balances', unitId, content })
    assert.deepEqual(counts(file), [2, 0, 0, 0, 0])
    await db
      .table('accounting_periods')
      .insert({ unit_id: unitId, month: '2026-07-01', state: 'locked' })
    const { error, state } = await refusal(file.id)
    assert.instanceOf(error, PeriodLockedError)
    assert.equal(error.messages.ar, 'شهر 2026-07 مقفل في هذه الوحدة.')
    assert.deepEqual(
      [
        state,
        await balanceOf('INT-BANK', unitId),
        await one('SELECT COUNT(*) FROM opening_balances WHERE unit_id = ?', [unitId]),
      ],
      ['committed', '1500.50', '2']
    )
  })

  test('an account of the chart that was posted on is named; historical payments go whole, and the claims checked against them stay', async ({
    assert,
  }) => {
    const { unitId } = world
    const code = `3599${String(process.pid % 10_000).padStart(4, '0')}`
    const chart = await importFile({
      ...{ kind: 'chart-of-accounts', unitId },
      content: `كود الحساب,اسم الحساب\n${code},عهدة فرعية`,
    })
    await db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId, postedOn: world.on, kind: 'journal_manual', businessKey: `c/${unitId}` },
          description: 'قيد',
          lines: [
            { account: code, debit: Money.of('5.00') },
            { account: 'INT-DEPOSITS', credit: Money.of('5.00') },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
    const { error, state } = await refusal(chart.id)
    assert.include(error.messages.ar, `الحساب ${code} «عهدة فرعية» تستخدمه`)
    assert.equal(state, 'committed')
    const paid = await importFile({
      kind: 'historical-payments',
      unitId,
      content: 'المستفيد,تاريخ الصرف,المبلغ,رقم الفاتورة\nشركة النيل للأدوات,2026-08-01,900.00,101',
    })
    assert.deepEqual(counts(paid), [1, 0, 0, 0, 0])
    await aVoucher(world, 'submitted', { override: { reason: 'فاتورة أخرى بالرقم نفسه' } } as never)
    await undo(paid.id)
    assert.equal(
      await one('SELECT COUNT(*) FROM historical_payments WHERE unit_id = ?', [unitId]),
      '0'
    )
  })
})
