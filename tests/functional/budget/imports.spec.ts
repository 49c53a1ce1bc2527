import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import BudgetProposal from '#budget/models/budget_proposal'
import { writeProposalSheet } from '#budget/plan/proposal_sheet'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import OpenBudget from '#budget/plan/open_budget'
import type User from '#identity/models/user'
import { counts, importFile } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'

const FILE = ['budget', 'philadelphia', 'FY18-adopted.csv'] as const

test.group('Classification trees from files', () => {
  const tree = (rows: string[], unitId: number) =>
    importFile({
      kind: 'budget-codes',
      unitId,
      content: ['التصنيف,الكود,البيان,يسري من,السند', ...rows].join('\n'),
    })
  const recorded = (like: string) =>
    db
      .from('budget_codes')
      .where('axis', 'use')
      .whereRaw('code LIKE ?', [like])
      .orderBy('code')
      .orderBy('valid_from')

  test('a tree in any order of its rows gets its levels from its codes, and lands once', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const rows = [
      'استخدامات,T990101,أدوات كتابية,2026-07-01,قرار 5',
      'استخدامات,T9901,سلع,2026-07-01,قرار 5',
      'استخدامات,T99,باب للتجربة,2026-07-01,قرار 5',
    ]
    const first = await tree(rows, unitId)
    assert.deepEqual(counts(first), [3, 0, 0, 0, 0])
    const codes = await recorded('T99%')
    assert.deepEqual(
      codes.map(({ code, level, is_postable: postable }) => [code, level, Boolean(postable)]),
      [
        ['T99', 1, false],
        ['T9901', 2, false],
        ['T990101', 3, true],
      ]
    )
    assert.deepEqual([codes[2].chapter_id, codes[2].group_id], [codes[0].id, codes[1].id])
    assert.deepEqual(counts(await tree(rows, unitId)), [0, 0, 3, 0, 0])
    const later = await tree(['استخدامات,T990101,أدوات ومطبوعات,2027-07-01,قرار 9'], unitId)
    assert.deepEqual(counts(later), [1, 0, 0, 0, 0])
    const validity = () =>
      recorded('T990101').then((all) => all.map((one) => [one.valid_from, one.valid_to]))
    assert.deepEqual(await validity(), [
      ['2026-07-01', '2027-07-01'],
      ['2027-07-01', null],
    ])
    await undoImport(later.id, { by: SYSTEM })
    assert.deepEqual(await validity(), [['2026-07-01', null]])
    await undoImport(first.id, { by: SYSTEM })
    assert.deepEqual(await recorded('T99%'), [])
  })

  test('a code whose parent is nowhere is refused by its sentence', async ({ assert }) => {
    const outcome = await importFile({
      kind: 'budget-codes',
      unitId: await aUnit(),
      content: 'التصنيف,الكود,الكود الأعلى,البيان\nاستخدامات,98111,981,يتيم\n',
    })
    assert.deepEqual(counts(outcome), [0, 0, 0, 1, 0])
  })
})

test.group('Estimates from a real budget file', (group) => {
  let city: number
  let officer: User
  let head: User

  group.each.setup(async () => {
    city = await aUnit()
    officer = await aPerson({ unitId: city, roles: ['finance_officer'] })
    head = await aPerson({ unitId: city, roles: ['accounts_head'] })
  })

  test('the adopted budget of 5,177 rows becomes 2,053 lines of the same total, and opens with it', async ({
    assert,
  }) => {
    const content = await readFile(sharedPath(...FILE))
    const rows = content.toString('utf8').trim().split(/\r?\n/).slice(1).map(cells)
    for (const name of new Set(rows.map(([, , department]) => department!))) {
      const id = await aUnit(city)
      await db.from('units').where({ id }).update({ name_ar: name, name_en: name })
    }
    const tree = new Map<string, string>()
    rows.forEach(([, fund, , classId, className, id, name]) => {
      tree.set(`fund,F-${fund}`, `fund,${codeOfFund(fund!)},,"${fund}"`)
      tree.set(`class ${classId}`, `use,P${classId},,"${className}"`)
      tree.set(`item ${id}`, `use,${id},P${classId},"${name}"`)
    })
    const known = await importFile({
      kind: 'budget-codes',
      unitId: city,
      content: `axis,code,parent code,name\n${[...tree.values()].join('\n')}\n`,
    })
    const [landed, , unchanged] = counts(known)
    assert.equal(landed! + unchanged!, 14 + 8 + 147)

    const by = { by: officer.asActor() as never }
    const budget = await budgetYear.start({ unitId: city, fiscalYear: '2017/2018' }, by)
    await budgetYear.callForProposals(budget.id, by)
    const estimates = () =>
      importFile({
        kind: 'budget-estimates',
        unitId: city,
        content,
        mapping: {
          agency: 'department',
          item: 'subclass_id',
          fund: 'fund',
          amount: 'total',
          fiscal_year: { value: '2017/2018' },
          function: { value: '01' },
        },
      })
    const first = await estimates()
    assert.deepEqual(counts(first), [5177, 0, 0, 0, 0])
    assert.equal(first.totals.landed.amount, '9130954000.00')
    assert.deepEqual(counts(await estimates()), [0, 0, 5177, 0, 0])

    const [[proposed]] = await db.rawQuery(
      `SELECT COUNT(*) AS n, SUM(l.amount) AS total, COUNT(DISTINCT p.id) AS units FROM budget_proposals p
       JOIN budget_proposal_lines l ON l.proposal_id = p.id WHERE p.budget_id = ?`,
      [budget.id]
    )
    assert.deepInclude(proposed, { n: 2053, total: '9130954000.00', units: 55 })

    for (const { id } of await db.from('budget_proposals').where({ budget_id: budget.id })) {
      await new DecideProposal().submit(Number(id), by)
      await new DecideProposal().accept(Number(id), { by: head })
    }
    await budgetYear.discuss(budget.id, by)
    await budgetYear.approve(budget.id, { by: head, on: '2017-06-15' })
    const law = { lawNo: 'FY18', lawOn: '2017-06-20', on: '2017-07-01' }
    await new OpenBudget().handle(budget.id, law, { by: head.asActor() as never })
    const [byChapter] = await db.rawQuery(
      `SELECT h.name_en AS chapter, SUM(b.appropriated) AS total FROM budget_lines l
       JOIN budget_balances b ON b.line_id = l.id JOIN budget_codes c ON c.id = l.code_id
       JOIN budget_codes h ON h.id = c.chapter_id WHERE l.budget_id = ? GROUP BY h.code, h.name_en ORDER BY h.code`,
      [budget.id]
    )
    assert.deepEqual(
      byChapter.map(({ chapter, total }: Record<string, string>) => [chapter, total]),
      [
        ['Personal Services', '3620950087.00'],
        ['Purchase of Services', '3928264294.00'],
        ['Materials and Supplies', '168638788.00'],
        ['Equipment', '67229877.00'],
        ['Contributions, Indemnities, Refunds, Taxes', '282079081.00'],
        ['Debt Service', '557015729.00'],
        ['Payments to Other Funds', '215881589.00'],
        ['Advances & Other Misc Payments', '290894555.00'],
      ]
    )
    const moves = await db
      .from('budget_movements')
      .where({ document_type: 'budget', document_id: budget.id })
      .count('* as n')
    assert.equal(Number(moves[0].n), 2053)
  })
    .skip(!isShared(...FILE), ABSENT)
    .timeout(120_000)

  test('an unknown item or unit is refused row by row, and the rest waits for no one', async ({
    assert,
  }) => {
    const by = { by: officer.asActor() as never }
    const budget = await budgetYear.start({ unitId: city, fiscalYear: '2026/2027' }, by)
    const content = [
      'السنة المالية,اسم الجهة,البند,الوظيفة,المبلغ,المبرر',
      '2026/2027,,2104,01,500.00,حبر',
      '2026/2027,,2104,01,250.50,',
      '2026/2027,,7777,01,1.00,',
      '2026/2027,جهة لا توجد,2104,01,1.00,',
      '2025/2026,,2104,01,1.00,',
    ].join('\n')
    const file = { kind: 'budget-estimates', unitId: city, content }
    assert.deepEqual(counts(await importFile(file)), [0, 0, 0, 5, 0])
    await budgetYear.callForProposals(budget.id, by)
    const landed = await importFile(file)
    assert.deepEqual(counts(landed), [2, 0, 0, 3, 0])
    const lines = () =>
      db
        .from('budget_proposal_lines as l')
        .join('budget_proposals as p', 'p.id', 'l.proposal_id')
        .where('p.budget_id', budget.id)
        .select('l.amount', 'l.justification')
    assert.deepEqual(
      (await lines()).map((line) => ({ ...line })),
      [{ amount: '750.50', justification: 'حبر' }]
    )
    const corrected = await importFile({ ...file, content: content.replace('250.50', '200.00') })
    assert.deepEqual(counts(corrected), [0, 2, 0, 3, 0])
    assert.equal((await lines())[0].amount, '700.00')
    await undoImport(corrected.id, { by: SYSTEM })
    assert.equal((await lines())[0].amount, '750.50')
    await undoImport(landed.id, { by: SYSTEM })
    assert.deepEqual(await lines(), [])
  })

  test('a proposal goes out as a workbook and comes back changed on the same lines', async ({
    assert,
  }) => {
    const by = { by: officer.asActor() as never }
    const budget = await budgetYear.start({ unitId: city, fiscalYear: '2026/2027' }, by)
    await budgetYear.callForProposals(budget.id, by)
    const content =
      'السنة المالية,البند,الوظيفة,المبلغ\n2026/2027,2104,01,500.00\n2026/2027,2102,01,70.25\n'
    await importFile({ kind: 'budget-estimates', unitId: city, content })
    const proposal = await BudgetProposal.query().where({ budgetId: budget.id }).firstOrFail()
    for (const locale of ['ar', 'en'] as const) {
      const target = join(await mkdtemp(join(tmpdir(), 'diwan-proposal-')), 'out.xlsx')
      await writeProposalSheet(proposal, { target, locale })
      const back = { kind: 'budget-estimates', unitId: city, name: 'back.xlsx' }
      const outcome = await importFile({ ...back, content: await readFile(target) })
      assert.deepEqual(counts(outcome), [0, 0, 2, 0, 0])
      assert.equal(outcome.totals.unchanged.amount, '570.25')
    }
  })
})

/** The cells of a line of the file: quotes only round whole cells, none doubled. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare!
  )
}

/** A code of its own for a fund, made of its name. */
function codeOfFund(name: string): string {
  return `F${name.replace(/[^A-Za-z]/g, '').slice(0, 12)}${name.length}`
}
