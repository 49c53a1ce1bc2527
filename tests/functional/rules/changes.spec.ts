import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { datedSetting } from '#core/settings'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import { decisionNeeded } from '#budget/virements/rules'
import DecideChange from '#rules/actions/decide_change'
import { RuleChangeError } from '#rules/errors'
import { keyText } from '#rules/rule_table'
import { pounds } from '#tests/support/budget'
import { aPayingUnit, aVoucher } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import { approve, propose, ruleKeepers, versionsOf } from '#tests/support/rules'
import { aUnit } from '#tests/support/units'

const WITHHOLDING = { payment_type: 'supplies', kind: 'withholding' }
const year = FiscalYear.containing(today())
/** The first of January of this fiscal year, and the last day of the calendar year before. */
const JANUARY = year.months[6]!.first
const DECEMBER = addDays(JANUARY, -11)

/** The withholding rate of supplies as it stands, with another rate. */
async function withRate(rate: string) {
  const [standing] = await versionsOf('deductions', WITHHOLDING)
  return { ...(standing!.values as object), rate }
}

const raised = async (from = JANUARY, rate = '0.015') => ({
  ...{ kind: 'version' as const, key: WITHHOLDING, from, values: await withRate(rate) },
})

test.group('Changes of dated rules', (group) => {
  group.each.setup(async () => {
    const rollBack = await testUtils.db().wrapInGlobalTransaction()
    // A month that any unit has locked stands in the way of a rule of all: those of other tests lie far back here.
    await db
      .from('accounting_periods')
      .where('state', 'locked')
      .update({ month: db.raw('month - INTERVAL 100 YEAR') })
    return rollBack
  })

  test('the withholding rate changes on 1 January: a form 50 of December takes the old rate, one of January the new', async ({
    assert,
  }) => {
    const world = await aPayingUnit('200000.00', '150000.00')
    const { head, officer } = world
    const change = await propose('deductions', await raised(), officer)
    assert.equal(change.nameAr, 'توريدات – خصم تحت حساب الضريبة')
    await approve(change.id, head)

    const december = await aVoucher(world, 'submitted', { dueOn: DECEMBER })
    const january = await aVoucher(world, 'submitted', { dueOn: JANUARY })
    const withheld = async (voucherId: number) => {
      const row = await db
        .from('voucher_deductions as d')
        .where({ voucher_id: voucherId, kind: 'withholding' })
        .firstOrFail()
      return [row.base_amount, row.rate, row.amount]
    }
    assert.deepEqual(await withheld(december.id), ['48410.00', '0.010000', '484.10'])
    assert.deepEqual(await withheld(january.id), ['48410.00', '0.015000', '726.15'])
    assert.equal(String(december.net), '46764.06')
    assert.equal(String(january.net), '46522.01')

    const [old, made] = await versionsOf('deductions', WITHHOLDING)
    assert.equal(old!.to, JANUARY)
    assert.equal((old!.values as { rate: string }).rate, '0.010000')
    assert.deepInclude(made, {
      ...{ from: JANUARY, to: null, confirmed: true },
      legalReference: 'قرار وزير المالية رقم 12 لسنة 2026 بتاريخ 15 نوفمبر 2026، مادة 3',
    })
    const trail = await db
      .from('trail')
      .where({ subject_type: 'rule_change', subject_id: change.id })
      .orderBy('id')
      .select('action', 'actor_id as by')
    assert.deepEqual(
      trail.map((row) => [row.action, Number(row.by)]),
      [
        ['rule_change.proposed', officer.id],
        ['rule_change.approved', head.id],
        ['rule.changed', head.id],
      ]
    )
  })

  test('who proposed a change does not approve it, nor does a village’s head of accounts', async ({
    assert,
  }) => {
    const { unitId, head } = await ruleKeepers()
    const change = await propose('deductions', await raised(), head)
    await assert.rejects(() => approve(change.id, head), SelfApprovalError as never)
    const village = await aUnit(await aUnit(unitId))
    const local = await aPerson({ unitId: village, roles: ['accounts_head'] })
    await assert.rejects(() => approve(change.id, local), RuleChangeError as never)
    await assert.rejects(
      () =>
        db
          .from('rule_changes')
          .where('id', change.id)
          .update({
            ...{ status: 'approved', decided_by: head.id, result_id: 1 },
            document_hash: Buffer.alloc(32),
          }),
      /maker_is_not_checker/
    )
    assert.lengthOf(await versionsOf('deductions', WITHHOLDING), 1)
  })

  test('a version that begins with or before one that stands is refused, as is one more proposal of the same rule', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const first = await propose('deductions', await raised(), officer)
    await assert.rejects(
      async () => propose('deductions', await raised(addDays(JANUARY, 30)), officer),
      /مقترح آخر رقم/
    )
    await approve(first.id, head)
    for (const from of [JANUARY, addDays(JANUARY, -1)]) {
      await assert.rejects(
        async () => propose('deductions', await raised(from, '0.02'), officer),
        /ولا تسري نسختان في يوم واحد/
      )
    }
    await assert.rejects(
      async () => propose('deductions', await raised(addDays(JANUARY, 5), '0.0150'), officer),
      /هي السارية نفسها/
    )
  })

  test('a rate does not change under a form 50 written by it, and the form is named', async ({
    assert,
  }) => {
    const world = await aPayingUnit()
    const { head, officer, on } = world
    const voucher = await aVoucher(world, 'draft')
    const error = await propose('deductions', await raised(on), officer).then(
      () => null,
      (thrown: RuleChangeError) => thrown
    )
    assert.instanceOf(error, RuleChangeError)
    assert.include(error!.adviceFor('ar'), `استمارة الصرف رقم ${voucher.label}`)
    // Asked for from the next day, and written meanwhile: the approval sees it.
    const change = await propose('deductions', await raised(addDays(on, 1)), officer)
    await aVoucher(world, 'draft', { dueOn: addDays(on, 1) })
    await assert.rejects(() => approve(change.id, head), /قام على الحكم الساري/)
    assert.lengthOf(await versionsOf('deductions', WITHHOLDING), 1)
  })

  test('a rule of money does not change under a month that a unit has locked', async ({
    assert,
  }) => {
    const { unitId, officer } = await ruleKeepers()
    const month = year.months[6]!
    await db.table('accounting_periods').insert({
      ...{ unit_id: unitId, month: month.first, state: 'locked', decision_no: '7' },
      changed_by: officer.id,
    })
    await assert.rejects(
      async () => propose('deductions', await raised(month.first), officer),
      /مقفل لدى/
    )
    const change = await propose('deductions', await raised(addDays(month.last, 1)), officer)
    assert.equal(change.status, 'proposed')
  })

  test('a limit that leaves no mark on what it judged changes from today on, not before', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const asked = (from: string) => ({
      ...{ kind: 'version' as const, from, values: { first: 0, change: 14 } },
      key: { name: 'accounts.beneficiaries.cooling_days', unit_id: '' },
    })
    await assert.rejects(
      () => propose('accounts', asked(addDays(today(), -1)), officer),
      /طُبق على عمل الأيام الماضية/
    )
    const change = await propose('accounts', asked(today()), officer)
    await approve(change.id, head)
    const { value, legalReference } = await datedSetting('accounts.beneficiaries.cooling_days')
    assert.deepEqual(value, { first: 0, change: 14 })
    assert.match(legalReference, /رقم 12 لسنة 2026/)
    const before = await datedSetting('accounts.beneficiaries.cooling_days', {
      on: addDays(today(), -1),
    })
    assert.deepEqual(before.value, { first: 0, change: 7 })
  })

  test('the year’s notes change who decides on a virement, from their day', async ({ assert }) => {
    const { unitId, head, officer } = await ruleKeepers()
    const key = { name: 'budget.virement.rules', unit_id: '' }
    const [standing] = await versionsOf('budget', key)
    const rules = (standing!.values as { scope: string }[]).map((rule) =>
      rule.scope === 'group' ? { ...rule, authority: 'competent_authority' } : rule
    )
    const change = await propose(
      'budget',
      { kind: 'version', key, from: JANUARY, values: rules },
      officer
    )
    await approve(change.id, head)
    const authority = async (on: string) => {
      const asked = { scope: 'group' as const, amount: pounds('1000.00') }
      return (await decisionNeeded(asked, { on, unitId })).authority
    }
    assert.equal(await authority(DECEMBER), 'finance_ministry')
    assert.equal(await authority(JANUARY), 'competent_authority')
  })

  test('a value that came with the house is confirmed by a decision that another approves, once', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const key = { payment_type: 'supplies', kind: 'stamp' }
    const [stamp] = await versionsOf('deductions', key)
    assert.isFalse(stamp!.confirmed)
    const asked = { kind: 'confirmation' as const, key, versionId: stamp!.id }
    await approve((await propose('deductions', asked, officer)).id, head)
    const [confirmed] = await versionsOf('deductions', key)
    assert.isTrue(confirmed!.confirmed)
    assert.match(confirmed!.legalReference, /رقم 12 لسنة 2026/)
    assert.deepEqual(confirmed!.values, stamp!.values)
    await assert.rejects(() => propose('deductions', asked, officer), /مؤكد بقرار/)
  })

  test('a paper is asked for from a day and no longer from another; a setting never ends alone', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const key = { payment_type: 'supplies', code: 'einvoice' }
    const values = {
      ...{ nameAr: 'الفاتورة الإلكترونية', nameEn: 'E-invoice', isRequired: true },
      ...{ requiredFrom: '0.00', sortOrder: 50 },
    }
    const asked = { kind: 'version' as const, key, values, isNew: true, from: JANUARY }
    const made = await approve((await propose('papers', asked, officer)).id, head)
    assert.equal(made.nameAr, 'توريدات – الفاتورة الإلكترونية')
    await assert.rejects(
      () => propose('papers', { ...asked, from: addDays(JANUARY, 40) }, officer),
      /موجود من قبل/
    )
    const end = { kind: 'end' as const, key, from: addDays(JANUARY, 60) }
    await approve((await propose('papers', end, officer)).id, head)
    const [paper] = await versionsOf('papers', key)
    assert.deepEqual([paper!.from, paper!.to], [JANUARY, addDays(JANUARY, 60)])
    await assert.rejects(
      () => propose('papers', { ...end, from: addDays(JANUARY, 90) }, officer),
      /انتهى العمل به/
    )
    await assert.rejects(
      () =>
        propose('papers', { kind: 'version', key, values, from: addDays(JANUARY, 30) }, officer),
      /تنتهي في/
    )
    const setting = { name: 'budget.release.plan', unit_id: '' }
    await assert.rejects(
      () => propose('budget', { kind: 'end', key: setting, from: JANUARY }, officer),
      /لا ينتهي بغير بديل/
    )
  })

  test('what is withdrawn or refused changes nothing and is not decided again', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const first = await propose('deductions', await raised(), officer)
    await new DecideChange().withdraw(first.id, { by: officer.asActor() })
    await assert.rejects(() => approve(first.id, head), TransitionError as never)
    const second = await propose('deductions', await raised(), officer)
    const refused = await new DecideChange().refuse(second.id, { by: head, reason: 'لم ينشر بعد' })
    assert.equal(refused.refusal, 'لم ينشر بعد')
    assert.lengthOf(await versionsOf('deductions', WITHHOLDING), 1)
    await assert.rejects(
      () => db.from('rule_changes').where('id', second.id).update({ reason: 'غير ذلك' }),
      /keeps what was proposed/
    )
    await assert.rejects(
      () => db.from('rule_changes').where('id', second.id).delete(),
      /never deleted|denied/
    )
  })

  test('the past is not edited: neither in the tables of rules nor in confirmed settings', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    const [standing] = await versionsOf('deductions', WITHHOLDING)
    const rates = () => db.from('deduction_rates').where('id', standing!.id)
    await assert.rejects(() => rates().update({ rate: '0.02' }), /another version holds/)
    await assert.rejects(() => rates().delete(), /never deleted/)
    const key = { name: 'budget.alerts.percents', unit_id: '' }
    const asked = { kind: 'version' as const, key, from: today(), values: [70, 90] }
    const made = await approve((await propose('budget', asked, officer)).id, head)
    const setting = () => db.from('dated_settings').where('id', made.resultId!)
    await assert.rejects(() => setting().update({ value: '[1]' }), /another version holds/)
    await assert.rejects(() => setting().delete(), /never deleted/)
  })

  test('values that cannot be together are refused: a rate of one and above, an account nothing is posted to', async ({
    assert,
  }) => {
    const { officer } = await ruleKeepers()
    await assert.rejects(
      async () => propose('deductions', await raised(JANUARY, '1.5'), officer),
      /أقل من واحد/
    )
    const values = { ...(await withRate('0.015')), base: null }
    await assert.rejects(
      () =>
        propose(
          'deductions',
          { kind: 'version', key: WITHHOLDING, from: JANUARY, values },
          officer
        ),
      /النسبة لها أساس/
    )
    const key = {
      ...{ document: 'payment_voucher', event: 'posted' },
      ...{ amount_key: 'deduction.stamp', side: 'credit' },
    }
    const posting = { kind: 'version' as const, key, from: addDays(today(), 1) }
    await assert.rejects(
      () =>
        propose('postings', { ...posting, values: { accountCode: '999', sortOrder: 4 } }, officer),
      /ليس في الدليل/
    )
  })

  test('loading the reference data again leaves what people approved as it is', async ({
    assert,
  }) => {
    const { head, officer } = await ruleKeepers()
    await approve((await propose('deductions', await raised(), officer)).id, head)
    const key = { name: 'budget.funds.treasury_share', unit_id: '' }
    const values = { rate: '0.2', exempt: ['SF01'] }
    const share = { kind: 'version' as const, key, from: JANUARY, values }
    await approve((await propose('funds', share, officer)).id, head)
    const picture = async () => [
      ...(await versionsOf('deductions', WITHHOLDING)),
      ...(await versionsOf('funds', key)),
    ]
    const before = await picture()
    const { default: payments } = await import('#database/reference/payment_rules')
    const { default: funds } = await import('#database/reference/fund_rules')
    const { within } = await import('#core/within')
    await within(null, payments)
    await within(null, funds)
    assert.deepEqual(await picture(), before)
    assert.lengthOf(before, 4)
    assert.equal(keyText(before[3]!.key), 'name=budget.funds.treasury_share&unit_id=')
    assert.deepEqual(before[3]!.values, values)
  })
})
