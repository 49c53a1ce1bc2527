import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import Commit from '#budget/commitments/commit'
import { MoreThanIsOpenError } from '#budget/commitments/errors'
import { dryRun } from '#budget/commitments/dry_run'
import RequestCommitment from '#budget/commitments/request_commitment'
import { NotEnoughCreditError } from '#budget/errors'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'

const on = today()
let papers = 0
const paper = () => ({ type: 'payment', id: ++papers })

test.group('Commitments', (group) => {
  let line: BudgetLineWorld
  let officer: User
  let head: User
  const commit = new Commit()

  group.each.setup(async () => {
    line = await aBudgetLine('100000.00')
    officer = await aPerson({ unitId: line.unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId: line.unitId, roles: ['accounts_head'] })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  const act = () => ({ by: by(), on })
  const request = (amount: string) =>
    new RequestCommitment().handle(
      { lineId: line.lineId, amount: pounds(amount), purpose: 'أدوات كتابية', needNo: '12' },
      { by: by() }
    )
  const committed = async (amount: string) =>
    commit.approve((await request(amount)).id, { by: head, on })
  const figures = async () => {
    const { reserved, committed: bound, paid, available } = await balanceOf(line.lineId)
    return [reserved, bound, paid, available].map(String)
  }

  test('credit is reserved at need, committed by another, paid in parts and settled; each pound is counted once', async ({
    assert,
  }) => {
    const { id, label } = await request('40000.00')
    assert.match(label, /^1\/\d{4}\/\d{4}$/)
    assert.deepEqual(await figures(), ['0.00', '0.00', '0.00', '100000.00'])
    await commit.reserve(id, act())
    assert.deepEqual(await figures(), ['40000.00', '0.00', '0.00', '60000.00'])
    const bound = await commit.approve(id, { by: head, on })
    assert.isNumber(bound.appropriationNo)
    assert.deepEqual(await figures(), ['0.00', '40000.00', '0.00', '60000.00'])
    await commit.pay(id, { ...act(), amount: pounds('15000.00'), document: paper() })
    assert.deepEqual(await figures(), ['0.00', '25000.00', '15000.00', '60000.00'])
    const settled = await commit.pay(id, {
      ...act(),
      amount: pounds('25000.00'),
      document: paper(),
    })
    assert.equal(settled.status, 'settled')
    assert.deepEqual(await figures(), ['0.00', '0.00', '40000.00', '60000.00'])
    const trail = await db.from('trail').where({ subject_type: 'commitment', subject_id: id })
    assert.includeMembers(
      trail.map(({ action }) => action),
      ['commitment.requested', 'commitment.reserved', 'commitment.committed', 'commitment.paid']
    )
  })

  test('who asked for it does not approve it, and the second of two too large ones is refused', async ({
    assert,
  }) => {
    const [first, second] = [await request('90000.00'), await request('90000.00')]
    await assert.rejects(
      () => commit.approve(first.id, { by: officer, on }),
      SelfApprovalError as never
    )
    await commit.approve(first.id, { by: head, on })
    await assert.rejects(
      () => commit.approve(second.id, { by: head, on }),
      NotEnoughCreditError as never
    )
    await second.refresh()
    assert.equal(second.status, 'draft')
    assert.deepEqual(await figures(), ['0.00', '90000.00', '0.00', '10000.00'])
  })

  test('a commitment is raised within what is available and lowered to what is paid, no further', async ({
    assert,
  }) => {
    const { id } = await committed('50000.00')
    await commit.pay(id, { ...act(), amount: pounds('20000.00'), document: paper() })
    await assert.rejects(
      () => commit.change(id, { by: head, on, amount: pounds('100000.01'), reason: 'زيادة أسعار' }),
      NotEnoughCreditError as never
    )
    await commit.change(id, { by: head, on, amount: pounds('60000.00'), reason: 'زيادة أسعار' })
    assert.deepEqual(await figures(), ['0.00', '40000.00', '20000.00', '40000.00'])
    await assert.rejects(
      () => commit.change(id, { by: head, on, amount: pounds('19999.99'), reason: 'خفض' }),
      MoreThanIsOpenError as never
    )
    const low = await commit.change(id, { by: head, on, amount: pounds('20000.00'), reason: 'خفض' })
    assert.equal(low.status, 'settled')
    assert.deepEqual(await figures(), ['0.00', '0.00', '20000.00', '80000.00'])
  })

  test('who asked for a commitment does not raise it, and a request or a reservation is not changed', async ({
    assert,
  }) => {
    const { id } = await committed('50000.00')
    const raise = (person: User, of = id) =>
      commit.change(of, { by: person, on, amount: pounds('60000.00'), reason: 'زيادة أسعار' })
    await assert.rejects(() => raise(officer), SelfApprovalError as never)
    const asked = await request('1000.00')
    await assert.rejects(() => raise(head, asked.id), TransitionError as never)
    await commit.reserve(asked.id, act())
    await assert.rejects(() => raise(head, asked.id), TransitionError as never)
    assert.deepEqual(await figures(), ['1000.00', '50000.00', '0.00', '49000.00'])
  })

  test('the database refuses steps that no commitment takes, and facts that were approved', async ({
    assert,
  }) => {
    const { id } = await committed('50000.00')
    const set = (what: string) => db.rawQuery(`UPDATE commitments SET ${what} WHERE id = ?`, [id])
    await assert.rejects(() => set("status = 'reserved'"), /does not go from this state/)
    await assert.rejects(() => set("purpose = 'غير ما اعتمد'"), /keeps its line, purpose/)
    await assert.rejects(() => set('number = number + 1'), /keeps its unit, year, number/)
    await assert.rejects(() => set('appropriation_no = NULL'), /keeps its approval/)
    await assert.rejects(
      () => db.rawQuery('DELETE FROM commitments WHERE id = ?', [id]),
      /never deleted/
    )
    const { id: asked } = await request('10.00')
    await commit.reserve(asked, act())
    await assert.rejects(
      () => db.rawQuery('UPDATE commitments SET amount = 20 WHERE id = ?', [asked]),
      /only a standing commitment/
    )
  })

  test('a dry run says what would be left and leaves no trace', async ({ assert }) => {
    const counts = async () => {
      const [[row]] = await db.rawQuery(
        `SELECT (SELECT COUNT(*) FROM commitments) AS c, (SELECT COUNT(*) FROM trail) AS t,
           (SELECT COUNT(*) FROM budget_movements) AS m, (SELECT COALESCE(SUM(last_number), 0) FROM number_counters) AS n`
      )
      return { ...row }
    }
    const before = await counts()
    const enough = await dryRun(line.lineId, pounds('100000.00'))
    assert.deepEqual([enough.ok, String(enough.left)], [true, '0.00'])
    const short = await dryRun(line.lineId, pounds('100000.01'))
    assert.deepEqual([short.ok, String(short.left)], [false, '-0.01'])
    assert.deepEqual(await counts(), before)
    assert.deepEqual(await figures(), ['0.00', '0.00', '0.00', '100000.00'])
  })

  test('a cancelled one gives back what is open and keeps what is paid; it cannot be paid again', async ({
    assert,
  }) => {
    const { id } = await committed('50000.00')
    await commit.pay(id, { ...act(), amount: pounds('20000.00'), document: paper() })
    const { status } = await commit.cancel(id, { ...act(), reason: 'عدول المورد' })
    assert.equal(status, 'cancelled')
    assert.deepEqual(await figures(), ['0.00', '0.00', '20000.00', '80000.00'])
    await assert.rejects(
      () => commit.pay(id, { ...act(), amount: pounds('1.00'), document: paper() }),
      TransitionError as never
    )
    const reserved = await request('30000.00')
    await commit.reserve(reserved.id, act())
    await commit.cancel(reserved.id, { ...act(), reason: 'لم تعد الحاجة قائمة' })
    assert.deepEqual(await figures(), ['0.00', '0.00', '20000.00', '80000.00'])
  })

  test('more than is open is not paid, one paper pays once, and a refused order commits it again', async ({
    assert,
  }) => {
    const { id } = await committed('1000.00')
    await assert.rejects(
      () => commit.pay(id, { ...act(), amount: pounds('1000.01'), document: paper() }),
      MoreThanIsOpenError as never
    )
    const order = paper()
    await commit.pay(id, { ...act(), amount: pounds('400.00'), document: order })
    await assert.rejects(
      () => commit.pay(id, { ...act(), amount: pounds('400.00'), document: order }),
      /recorded already/
    )
    await commit.pay(id, { ...act(), amount: pounds('600.00'), document: paper() })
    const back = await commit.unpay(id, {
      ...act(),
      amount: pounds('400.00'),
      document: order,
    })
    assert.equal(back.status, 'committed')
    assert.deepEqual(await figures(), ['0.00', '400.00', '600.00', '99000.00'])
  })

  test('forty commitments at once on one line never pass it, and every number is given once', async ({
    assert,
  }) => {
    const asked = await Promise.all(Array.from({ length: 40 }, () => request('5000.00')))
    const results = await Promise.allSettled(
      asked.map(({ id }) => commit.approve(id, { by: head, on }))
    )
    assert.lengthOf(
      results.filter(({ status }) => status === 'fulfilled'),
      20
    )
    for (const result of results) {
      if (result.status === 'rejected') assert.instanceOf(result.reason, NotEnoughCreditError)
    }
    assert.deepEqual(await figures(), ['0.00', '100000.00', '0.00', '0.00'])
    const numbers = asked.map(({ number }) => number).sort((a, b) => a - b)
    assert.deepEqual(
      numbers,
      Array.from({ length: 40 }, (_, index) => index + 1)
    )
  })
})
