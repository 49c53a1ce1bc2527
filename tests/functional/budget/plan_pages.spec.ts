import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import Budget from '#budget/models/budget'
import BudgetProposal from '#budget/models/budget_proposal'
import { aBudgetLine } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('Pages of the budget’s year', (group) => {
  let governorate: number
  let city: number
  let officer: User
  let head: User

  group.each.setup(async () => {
    governorate = await aUnit()
    city = await aUnit(governorate)
    officer = await aPerson({ unitId: governorate, roles: ['finance_officer'] })
    head = await aPerson({ unitId: governorate, roles: ['accounts_head'] })
  })

  const codeId = async (axis: string, code: string) =>
    Number((await db.from('budget_codes').where({ axis, code }).firstOrFail()).id)

  test('a year is walked by its pages from its beginning to its opening', async ({
    assert,
    client,
  }) => {
    const send = (user: User, method: 'post' | 'put', url: string, form: object = {}) =>
      client[method](url)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'text/html')
        .redirects(0)
        .form(form)
    const made = await send(officer, 'post', '/budget/budgets', {
      unit_id: governorate,
      fiscal_year: '2026/2027',
    })
    const budget = await Budget.query().where({ unitId: governorate }).firstOrFail()
    const base = `/budget/budgets/${budget.id}`
    assert.equal(made.header('location'), base)
    await send(officer, 'post', `${base}/call`)
    await send(officer, 'post', '/budget/proposals', { budget_id: budget.id, unit_id: city })
    const proposal = await BudgetProposal.query().where({ budgetId: budget.id }).firstOrFail()
    let url = `/budget/proposals/${proposal.id}`
    const written = await send(officer, 'put', url, {
      new_line: {
        code_id: await codeId('use', '2104'),
        fund_id: await codeId('fund', '00'),
        function_id: await codeId('function', '01'),
        programme_id: await codeId('programme', '00'),
        amount: '١٢٬٣٤٥٫٥٠',
        justification: 'احتياج السنة',
      },
    })
    assert.equal(written.status(), 303)
    const shown = await client.get(url).loginAs(officer)
    assert.include(shown.text(), '12345.50')
    const { id: lineId } = await db
      .from('budget_proposal_lines')
      .where({ proposal_id: proposal.id })
      .firstOrFail()
    await send(officer, 'put', url, { lines: { [`l${lineId}`]: { amount: '20,000.75' } } })
    assert.include((await client.get(url).loginAs(officer)).text(), '20000.75')
    const waits = async (user: User) => {
      const page = await client.get(`/waiting?unit=${governorate}`).loginAs(user)
      const row = page
        .text()
        .split('<tr')
        .find((part) => part.includes(`href="${url}"`))
      return row && [row.includes('20,000.75'), /استكمال|قبول|استيفاء/.exec(row)?.[0]]
    }
    assert.deepEqual([await waits(officer), await waits(head)], [[true, 'استكمال'], undefined])
    await send(officer, 'post', `${url}/submit`)
    const forbidden = await send(officer, 'post', `${url}/accept`)
    assert.equal(forbidden.status(), 403)
    assert.deepEqual([await waits(officer), await waits(head)], [undefined, [true, 'قبول']])
    await send(head, 'post', `${url}/return`, { reason: 'راجع بند المياه' })
    assert.deepEqual([await waits(officer), await waits(head)], [[true, 'استيفاء'], undefined])
    await send(officer, 'post', '/budget/proposals', { budget_id: budget.id, unit_id: city })
    assert.isUndefined(await waits(officer))
    const next = await db.from('budget_proposals').where('budget_id', budget.id).max('id as id')
    url = `/budget/proposals/${next[0]!.id}`
    assert.deepEqual(await waits(officer), [true, 'استكمال'])
    await send(officer, 'post', `${url}/submit`)
    await send(head, 'post', `${url}/accept`)
    assert.deepEqual([await waits(officer), await waits(head)], [undefined, undefined])
    await send(officer, 'post', `${base}/discuss`)
    await send(head, 'post', `${base}/approve`)
    const page = await client.get(base).loginAs(head)
    assert.include(page.text(), '20,000.75')
    await send(head, 'post', `${base}/open`, {
      law_no: '88',
      law_on: '2026-06-28',
      on: '2026-07-01',
    })
    await budget.refresh()
    assert.deepEqual([budget.status, budget.lawNo], ['open', '88'])
    const [line] = await db
      .from('budget_lines as l')
      .join('budget_balances as b', 'b.line_id', 'l.id')
      .where('l.budget_id', budget.id)
    assert.equal(line.appropriated, '20000.75')
    const list = await client.get('/budget/budgets').loginAs(head)
    assert.include(list.text(), '2026/2027')
  })

  test('ceilings are set by unit and bab, a proposal above one comes back, and the discussion changes figures with reasons', async ({
    assert,
    client,
  }) => {
    const send = (user: User, method: 'post' | 'put', url: string, form: object = {}) =>
      client[method](url)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'text/html')
        .redirects(0)
        .form(form)
    await send(officer, 'post', '/budget/budgets', {
      unit_id: governorate,
      fiscal_year: '2027/2028',
    })
    const budget = await Budget.query().where({ unitId: governorate }).firstOrFail()
    const base = `/budget/budgets/${budget.id}`
    const goods = await codeId('use', '2')
    const shown = await client.get(`${base}/ceilings?unit_id=${city}`).loginAs(officer)
    shown.assertStatus(200)
    assert.include(shown.text(), `amounts[c${goods}]`)
    const set = await send(officer, 'post', `${base}/ceilings`, {
      unit_id: city,
      legal_reference: 'منشور إعداد الموازنة 1 لسنة 2027',
      amounts: { [`c${goods}`]: '50,000', [`c${await codeId('use', '1')}`]: '' },
    })
    assert.equal(set.header('location'), `${base}/ceilings`)
    const kept = await db.from('budget_ceilings').where('budget_id', budget.id)
    assert.deepEqual(
      kept.map((row) => [Number(row.unit_id), Number(row.chapter_id), row.amount]),
      [[city, goods, '50000.00']]
    )
    const stranger = await send(officer, 'post', `${base}/ceilings`, {
      unit_id: await aUnit(),
      legal_reference: 'منشور إعداد الموازنة',
      amounts: { [`c${goods}`]: '1' },
    })
    assert.equal(stranger.status(), 404)

    await send(officer, 'post', `${base}/call`)
    await send(officer, 'post', '/budget/proposals', { budget_id: budget.id, unit_id: city })
    const first = await BudgetProposal.query().where({ budgetId: budget.id }).firstOrFail()
    const write = async (id: number, amount: string) =>
      send(officer, 'put', `/budget/proposals/${id}`, {
        new_line: {
          code_id: await codeId('use', '2104'),
          fund_id: await codeId('fund', '00'),
          function_id: await codeId('function', '01'),
          programme_id: await codeId('programme', '00'),
          amount,
          justification: 'احتياج السنة',
        },
      })
    await write(first.id, '50000.01')
    await send(officer, 'post', `/budget/proposals/${first.id}/submit`)
    await first.refresh()
    assert.equal(first.status, 'draft')
    const warned = await client.get(`/budget/proposals/${first.id}`).loginAs(officer)
    assert.include(warned.text(), 'فوق السقف')
    await write(first.id, '50000')
    await send(officer, 'post', `/budget/proposals/${first.id}/submit`)
    await send(head, 'post', `/budget/proposals/${first.id}/return`, {
      reason: 'الكمية مبالغ فيها',
    })
    await send(officer, 'post', '/budget/proposals', { budget_id: budget.id, unit_id: city })
    const second = await BudgetProposal.query()
      .where({ budgetId: budget.id, issue: 2 })
      .firstOrFail()
    await write(second.id, '45000')
    const compared = await client.get(`/budget/proposals/${second.id}`).loginAs(officer)
    assert.include(compared.text(), '50,000.00')
    assert.include(compared.text(), 'الكمية مبالغ فيها')
    await send(officer, 'post', `/budget/proposals/${second.id}/submit`)
    await send(head, 'post', `/budget/proposals/${second.id}/accept`)
    await send(officer, 'post', `${base}/discuss`)

    const line = await db
      .from('budget_proposal_lines')
      .where('proposal_id', second.id)
      .firstOrFail()
    const discuss = (amount: string, reason: string) =>
      send(officer, 'post', `/budget/proposals/${second.id}/discussion`, {
        lines: { [`l${line.id}`]: { amount, reason } },
      })
    const figures = async () => {
      const {
        amount,
        discussed,
        discussed_reason: reason,
      } = await db.from('budget_proposal_lines').where('id', line.id).firstOrFail()
      return [amount, discussed, reason]
    }
    await discuss('40000', '')
    assert.deepEqual(await figures(), ['45000.00', null, null])
    await discuss('45000', '')
    assert.deepEqual(await figures(), ['45000.00', null, null])
    await discuss('٤٠٬٠٠٠', 'خفض اللجنة')
    assert.deepEqual(await figures(), ['45000.00', '40000.00', 'خفض اللجنة'])

    await send(head, 'post', `${base}/reconsider`, { reason: 'تعديل سقف الباب الثاني' })
    await budget.refresh()
    assert.equal(budget.status, 'proposals')
    await send(officer, 'post', `${base}/discuss`)
    await send(head, 'post', `${base}/approve`)
    await budget.refresh()
    assert.deepEqual([budget.status, budget.approvedBy], ['approved', head.id])
    const page = await client.get(base).loginAs(head)
    assert.include(page.text(), '40,000.00')
  })

  test('an order names several lines at once, and one whose text names no line is refused whole', async ({
    assert,
    client,
  }) => {
    const line = await aBudgetLine('1000.00', '2104', { unitId: governorate })
    const fuel = await aBudgetLine('500.00', '2102', { unitId: governorate })
    const budget = await Budget.query().where({ unitId: governorate }).firstOrFail()
    await db
      .from('budgets')
      .where('id', budget.id)
      .update({
        ...{ status: 'open', law_no: '88', law_on: '2026-06-28', opened_on: '2026-07-01' },
      })
    const url = `/budget/budgets/${budget.id}/orders`
    const page = await client.get(`${url}/create`).loginAs(officer)
    assert.include(page.text(), `#${fuel.lineId}`)
    const send = (lines: object[]) =>
      client
        .post(url)
        .loginAs(officer)
        .withCsrfToken()
        .header('accept', 'text/html')
        .redirects(0)
        .form({
          ...{ kind: 'freeze', reason: 'ترشيد الإنفاق', decision_no: '7' },
          decision_on: '2026-07-15',
          ...Object.fromEntries(
            lines.flatMap((row, at) =>
              Object.entries(row).map(([key, value]) => [`lines[${at}][${key}]`, value])
            )
          ),
        })
    const text = (id: number) => `2104 أدوات كتابية — ديوان #${id}`
    await send([
      { line: text(line.lineId), amount: '100' },
      { line: 'وقود', amount: '50' },
    ])
    const orders = () => db.from('credit_orders').where('budget_id', budget.id)
    assert.lengthOf(await orders(), 0)
    await send([
      { line: text(line.lineId), amount: '100.50' },
      { line: '', amount: '' },
      { line: text(fuel.lineId), amount: '٥٠' },
    ])
    const [order] = await orders()
    assert.equal(order.amount, '150.50')
    const approved = await client
      .post(`/budget/orders/${order.id}/approve`)
      .loginAs(head)
      .withCsrfToken()
      .header('accept', 'text/html')
      .redirects(0)
      .form({ on: '2026-11-01' })
    assert.equal(approved.status(), 303)
    const frozen = await db
      .from('budget_balances')
      .whereIn('line_id', [line.lineId, fuel.lineId])
      .orderBy('line_id')
      .select('frozen', 'available')
    assert.deepEqual(
      frozen.map((row) => [row.frozen, row.available]),
      [
        ['100.50', '899.50'],
        ['50.00', '450.00'],
      ]
    )
  })
})
