import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import { NotCarriedError } from '#budget/commitments/carry_errors'
import CarryOver from '#budget/commitments/carry_over'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'

const LAST = '2026-06-30'
const commit = new Commit()
let papers = 5_000_000

test.group('Carrying commitments over', (group) => {
  let officer: User
  let head: User
  let works: BudgetLineWorld

  group.each.setup(async () => {
    works = await aBudgetLine('100000.00', '6101', { fiscalYear: '2025/2026' })
    officer = await aPerson({ unitId: works.unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId: works.unitId, roles: ['accounts_head'] })
  })

  const act = () => ({ by: officer.asActor() as { id: number; name: string }, on: LAST })
  const bound = async (line: BudgetLineWorld, amount: string) => {
    const asked = { lineId: line.lineId, amount: pounds(amount), purpose: 'إنشاء سور المدرسة' }
    const { id } = await new RequestCommitment().handle(asked, act())
    return commit.approve(id, { by: head, on: LAST })
  }
  const nextYear = (status = 'provisional') =>
    db.rawQuery("INSERT INTO budgets (unit_id, fiscal_year, status) VALUES (?, '2026/2027', ?)", [
      works.unitId,
      status,
    ])
  const figures = async (lineId: number) => {
    const { appropriated, committed, paid, available } = await balanceOf(lineId)
    return [appropriated, committed, paid, available].map(String)
  }

  test('what is open of a project goes over with its credit, once, under a number of the next year', async ({
    assert,
  }) => {
    await nextYear()
    const { id } = await bound(works, '70000.00')
    const document = { type: 'payment', id: ++papers }
    await commit.pay(id, { ...act(), amount: pounds('30000.00'), document })
    const made = await new CarryOver().handle(id, { by: head })
    assert.equal(made.label, '1/2026/2027')
    assert.deepEqual([made.status, String(made.open)], ['committed', '40000.00'])
    assert.isNumber(made.appropriationNo)
    assert.deepEqual(await figures(works.lineId), ['60000.00', '0.00', '30000.00', '30000.00'])
    assert.deepEqual(await figures(made.lineId), ['40000.00', '40000.00', '0.00', '0.00'])
    await assert.rejects(() => new CarryOver().handle(id, { by: head }), TransitionError as never)
    await commit.pay(made.id, {
      by: act().by,
      on: today(),
      amount: pounds('40000.00'),
      document: { type: 'payment', id: ++papers },
    })
    assert.deepEqual(await figures(made.lineId), ['40000.00', '0.00', '40000.00', '0.00'])
  })

  test('it waits for the next year’s budget, and its maker does not carry it himself', async ({
    assert,
  }) => {
    const { id } = await bound(works, '10.00')
    await assert.rejects(() => new CarryOver().handle(id, { by: head }), /2026\/2027/)
    await nextYear('ceilings')
    await assert.rejects(() => new CarryOver().handle(id, { by: head }), NotCarriedError as never)
    await assert.rejects(
      () => new CarryOver().handle(id, { by: officer }),
      SelfApprovalError as never
    )
    assert.deepEqual(await figures(works.lineId), ['100000.00', '10.00', '0.00', '99990.00'])
  })

  test('no rule carries current spending of the state budget: it lapses; a fund’s goes over', async ({
    assert,
  }) => {
    const { unitId } = works
    const paper = await aBudgetLine('500.00', '2104', { unitId, fiscalYear: '2025/2026' })
    const fund = await aBudgetLine('500.00', '2104', {
      unitId,
      fiscalYear: '2025/2026',
      fund: 'SF01',
    })
    await nextYear()
    const [lapses, goesOver] = [await bound(paper, '100.00'), await bound(fund, '100.00')]
    await assert.rejects(
      () => new CarryOver().handle(lapses.id, { by: head }),
      NotCarriedError as never
    )
    const made = await new CarryOver().handle(goesOver.id, { by: head })
    assert.equal(String(made.amount), '100.00')
  })

  test('where the rule says so the next year’s own credit bears it, and it must have it', async ({
    assert,
  }) => {
    await nextYear()
    await db.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference)
       VALUES ('budget.carry_over.rules', ?, ?, '2020-07-01', 'تأشيرة السنة')`,
      [works.unitId, JSON.stringify([{ chapters: null, credit: 'of_next_year' }])]
    )
    const { id } = await bound(works, '1000.00')
    await assert.rejects(() => new CarryOver().handle(id, { by: head }), /1,000\.00/)
    const next = await aBudgetLine('1500.00', '6101', { unitId: works.unitId })
    const made = await new CarryOver().handle(id, { by: head })
    assert.equal(made.lineId, next.lineId)
    assert.deepEqual(await figures(next.lineId), ['1500.00', '1000.00', '0.00', '500.00'])
    assert.deepEqual(await figures(works.lineId), ['100000.00', '0.00', '0.00', '100000.00'])
  })
})
