import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import CarryOver from '#budget/commitments/carry_over'
import { budgetYear } from '#budget/plan/budget_year'
import DecideProposal from '#budget/plan/decide_proposal'
import { JustificationNeededError } from '#budget/plan/errors'
import OpenBudget from '#budget/plan/open_budget'
import PrepareProposal from '#budget/plan/prepare_proposal'
import { PeriodLockedError } from '#accounts/errors'
import CloseYear from '#accounts/books/close_year'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import { dailyReckoning, type Reckoned } from '#accounts/books/daily_reckoning'
import { YearNotReadyError } from '#accounts/books/errors'
import { trialBalance, type Sides } from '#accounts/books/figures'
import { finalAccount } from '#accounts/books/final_account'
import { folioFigures } from '#accounts/books/folio'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import AccountBook from '#accounts/models/account_book'
import { proposed } from '#tests/scenarios/fiscal_year/plan'
import { journal } from '#tests/scenarios/fiscal_year/spending'
import { NEXT, YEAR, type FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

const trx = db as never
const said = ({ count, gross, deductions, net }: Reckoned) =>
  [count, gross, deductions, net].map(String).join(' ')
const pair = ({ debit, credit }: Sides) => `${debit}/${credit}`

/** Days of posting with what went through books 55 and 224: forms, gross, held back, net. */
const DAYS: Record<string, string> = {
  '2025-12-24': '1 350000.00 35000.00 315000.00',
  '2026-01-25': '1 48410.00 1645.94 46764.06',
  '2026-02-03': '1 5000.00 0.00 5000.00',
  '2026-02-10': '1 8000.00 512.00 7488.00',
  '2026-02-15': '1 20000.00 0.00 20000.00',
  '2026-02-25': '1 48410.00 2614.14 45795.86',
  '2026-03-20': '1 114000.00 24800.00 89200.00',
  '2026-04-12': '1 10000.00 540.00 9460.00',
  '2026-04-14': '-1 -10000.00 -540.00 -9460.00',
  '2026-05-18': '1 57000.00 17400.00 39600.00',
  '2026-06-20': '1 800000.00 80000.00 720000.00',
}

/** Both sides of each month's form 75. */
const MONTHS = [
  '75/2025-2026/1 1500000.00/1500000.00',
  '75/2025-2026/2 0.00/0.00',
  '75/2025-2026/3 310000.00/310000.00',
  '75/2025-2026/4 310000.00/310000.00',
  '75/2025-2026/5 0.00/0.00',
  '75/2025-2026/6 980000.00/980000.00',
  '75/2025-2026/7 167438.12/167438.12',
  '75/2025-2026/8 151626.00/151626.00',
  '75/2025-2026/9 684031.72/684031.72',
  '75/2025-2026/10 310000.00/310000.00',
  '75/2025-2026/11 146200.00/146200.00',
  '75/2025-2026/12 1529035.50/1529035.50',
]

/** What every account stands at after 30 June, debit positive. */
const CLOSED = {
  '41110203': '-5400.00',
  '91130501': '22500.00',
  '92130501': '-22500.00',
  'INT-BANK': '1534116.58',
  'INT-BANKDEBIT': '-719964.50',
  'INT-CASH': '1800.00',
  'INT-DEDUCTED': '-115000.00',
  'INT-DEPOSITS': '-12040.00',
  'INT-RESULT': '-662180.00',
  'INT-RETENTION': '-7500.00',
  'INT-STAMPS': '-6115.68',
  'INT-VATWH': '-4200.00',
  'INT-WHT': '-3516.40',
}

/** Forms 69 and 75, the books, the final account, and the year after. */
export function endChapter(world: FiscalYearWorld): void {
  const close = () =>
    new CloseYear().close({ unitId: world.city, year: YEAR }, { by: world.people.manager })

  test('form 69 of each day agrees and has its three signatures; 9 forms of 1,450,820.00 since July, of which 161,972.08 held back', async ({
    assert,
  }) => {
    const sign = new SignDaily()
    for (const [day, figures] of Object.entries(DAYS)) {
      const reckoning = await dailyReckoning({ unitId: world.city, day }, { trx })
      assert.equal(said(reckoning.book55), figures, day)
      assert.isTrue(reckoning.agrees, day)
      const clerk = { by: world.people.clerk }
      const { id } = await new PrepareDaily().handle({ unitId: world.city, day }, clerk)
      await sign.sign(id, { step: 'cashier', by: world.people.cashier })
      await sign.sign(id, { step: 'accountant', ...clerk })
      const signed = await sign.sign(id, { step: 'head', by: world.people.head })
      assert.equal(signed.status, 'signed', day)
    }
    const last = await dailyReckoning({ unitId: world.city, day: '2026-06-30' }, { trx })
    assert.equal(said(last.closing), '9 1450820.00 161972.08 1288847.92')
  })

  test('book 55 of June goes on with 660,820.00 and a reversal of 10,000.00; book 56 has every order executed; memo books face each other', async ({
    assert,
  }) => {
    const june = async (code: string) => {
      const book = await AccountBook.findByOrFail('code', code)
      const place = { unitId: world.city, month: Month.of('2026-06') }
      const { brought, moved, carried } = await folioFigures(book, place, { trx })
      return [brought, moved, carried].map(pair)
    }
    assert.deepEqual(await june('55'), [
      '660820.00/10000.00',
      '800000.00/0.00',
      '1460820.00/10000.00',
    ])
    assert.deepEqual(await june('56'), ['568847.92/0.00', '720000.00/0.00', '1288847.92/0.00'])
    assert.deepEqual(await june('81-uses'), [
      '639020.00/10000.00',
      '800000.00/0.00',
      '1439020.00/10000.00',
    ])
    assert.deepEqual(await june('81-resources'), [
      '40.00/600240.00',
      '0.00/3000.00',
      '40.00/603240.00',
    ])
    // What forms 50 held back of the year, with deposits of 12,040.00; in June 80,000.00 of wages.
    for (const book of ['39-credit', '71-credit']) {
      assert.deepEqual(await june(book), ['0.00/73772.08', '0.00/80000.00', '0.00/153772.08'], book)
    }
    assert.deepEqual(await june('39m-debit'), ['25500.00/0.00', '0.00/3000.00', '22500.00/0.00'])
    assert.deepEqual(await june('39m-credit'), ['0.00/25500.00', '3000.00/0.00', '0.00/22500.00'])
  })

  test('the year is not closed over open months, unsigned accounts and 279,000.00 of works still committed', async ({
    assert,
  }) => {
    const refusal = (await close().catch((error) => error)) as YearNotReadyError
    assert.instanceOf(refusal, YearNotReadyError)
    assert.equal(refusal.facts.obstacles, 3)
    assert.match(refusal.messages.ar, /ارتباطات قائمة عددها 1 وباقيها 279,000\.00 جنيه/)
  })

  test('the next budget is asked, discussed, approved and opened; growth of wages above a tenth gives its reason', async ({
    assert,
  }) => {
    const by = { by: world.actor('officer') }
    const budget = await budgetYear.start(
      { unitId: world.governorate, fiscalYear: NEXT.label },
      { by: world.actor('planner') }
    )
    await budgetYear.callForProposals(budget.id, { by: world.actor('planner') })
    const prepare = new PrepareProposal()
    const proposal = await prepare.start({ budgetId: budget.id, unitId: world.city }, by)
    const before = await db
      .from('budget_proposal_lines')
      .join('budget_codes', 'budget_codes.id', 'code_id')
      .where('proposal_id', proposal.id)
      .where('axis', 'use')
      .orderBy('code')
    assert.deepEqual(
      before.map(({ code, previous }) => `${code} ${previous}`),
      [
        ...['1101 1200000.00', '2102 80000.00', '2104 120000.00', '2201 240000.00'],
        ...['2203 40000.00', '6102 900000.00'],
      ]
    )
    const asked = {
      ...{ '1101': '1320000.01', '2102': '80000.00', '2104': '120000.00', '2201': '240000.00' },
      ...{ '2203': '40000.00', '6102': '500000.00', 'r3102': '650000.00', 'r3103': '20000.00' },
    }
    const lines = await proposed(world, asked)
    await prepare.write(proposal.id, lines, by)
    const decide = new DecideProposal()
    await assert.rejects(() => decide.submit(proposal.id, by), JustificationNeededError as never)
    const justified = { ...lines[0]!, justification: 'علاوة يوليو 2026' }
    await prepare.write(proposal.id, [justified], by)
    await decide.submit(proposal.id, by)
    await decide.accept(proposal.id, { by: world.people.governor })
    await budgetYear.discuss(budget.id, { by: world.actor('planner') })
    await budgetYear.approve(budget.id, world.by('governor', '2026-06-20'))
    const law = { lawNo: '105', lawOn: '2026-06-28', on: '2026-07-01' }
    await new OpenBudget().handle(budget.id, law, { by: world.actor('governor') })
    assert.equal(
      await world.figures('6102', NEXT.label),
      '500000.00 0.00 0.00 0.00 0.00 0.00 | 0.00'
    )
  })

  test('the works go on: 279,000.00 leave the old year with their credit and are number 1 of the next', async ({
    assert,
  }) => {
    const made = await new CarryOver().handle(world.id('works'), { by: world.people.head })
    assert.equal(made.label, '1/2026/2027')
    assert.equal(
      await world.figures('6102'),
      '621000.00 621000.00 0.00 0.00 0.00 171000.00 | 450000.00'
    )
    assert.equal(
      await world.figures('6102', NEXT.label),
      '779000.00 279000.00 0.00 0.00 279000.00 0.00 | 0.00'
    )
  })

  test('each month is locked by a decision of two, and takes no entry after', async ({
    assert,
  }) => {
    for (const month of YEAR.months) {
      const decision = { decisionNo: `ق/${month}`, decisionOn: '2026-07-05', reason: 'قفل الشهر' }
      const { id } = await new ProposePeriod().handle(
        { unitId: world.city, month, to: 'locked', ...decision },
        { by: world.actor('clerk') }
      )
      await new DecidePeriod().approve(id, { by: world.people.head })
    }
    await assert.rejects(
      () => journal(world, '2026-06-30', 'بعد القفل', ['INT-CASH', 'INT-REV-FEES', '1.00']),
      PeriodLockedError as never
    )
  })

  test('twelve accounts of form 75 and that of the year, each with its three signatures; each begins as the one before ended', async ({
    assert,
  }) => {
    const prepare = new PreparePeriodAccount()
    const sign = new SignPeriodAccount()
    const signed = async (span: 'month' | 'year', month: Month) => {
      const clerk = { by: world.people.clerk }
      const { id } = await prepare.prepare({ unitId: world.city, span, month }, clerk)
      await new SubmitPeriodAccount().handle(id, clerk)
      for (const who of ['head', 'manager'] as const) await sign.sign(id, { by: world.people[who] })
      return sign.sign(id, { by: world.people.chief })
    }
    const accounts = []
    for (const month of YEAR.months) accounts.push(await signed('month', month))
    assert.deepEqual(
      accounts.map(({ label, debit, credit }) => `${label} ${debit}/${credit}`),
      MONTHS
    )
    const year = await signed('year', YEAR.months[0]!)
    assert.equal(year.label, '75/2025-2026/13')
    assert.equal(year.status, 'signed')
  })

  test('a folio of book 55 is closed by the clerk and audited by another for every month in order', async ({
    assert,
  }) => {
    const { id: bookId } = await AccountBook.findByOrFail('code', '55')
    const keep = new KeepFolio()
    for (const month of YEAR.months) {
      const { id } = await keep.open({ bookId, unitId: world.city, month })
      await keep.close(id, { by: world.people.clerk })
      await keep.audit(id, { by: world.people.head })
    }
    const folios = await db
      .from('book_folios')
      .where({ book_id: bookId, unit_id: world.city, status: 'audited' })
      .orderBy('number')
    assert.deepEqual(
      folios.map(({ number }) => number),
      YEAR.months.map((_, index) => index + 1)
    )
    assert.equal(folios[11].carried_debit, '1460820.00')
  })

  test('the final account: resources 603,200.00, uses 1,429,020.00, and what each bab was given, released and spent', async ({
    assert,
  }) => {
    const account = await finalAccount({ unitId: world.city, year: YEAR }, { trx })
    assert.deepEqual([account.revenue.total, account.expense.total, account.surplus].map(String), [
      '603200.00',
      '1429020.00',
      '-825820.00',
    ])
    assert.deepEqual(
      account.execution.map(({ side, code, ...of }) =>
        [side, code, of.original, of.revised, of.released, of.bound, of.paid, of.left].join(' ')
      ),
      [
        'use 1 1200000.00 1200000.00 1200000.00 0.00 1150000.00 50000.00',
        'use 2 480000.00 480000.00 480000.00 0.00 108020.00 371980.00',
        'use 6 900000.00 621000.00 621000.00 0.00 171000.00 450000.00',
        'resource 3 620000.00 620000.00 0.00 0.00 0.00 620000.00',
      ]
    )
  })

  test('the year is closed, undone, closed again and approved; every account opens the next as it closed this one', async ({
    assert,
  }) => {
    const closing = new CloseYear()
    const first = await close()
    assert.deepEqual([first.revenue, first.expense].map(String), ['603200.00', '1429020.00'])
    await closing.undo(first.id, { by: world.people.manager, reason: 'مراجعة الجرد' })
    const again = await close()
    assert.deepEqual([again.id, again.attempt], [first.id, 2])
    const approved = await closing.approve(again.id, { by: world.people.chief, decisionNo: '118' })
    assert.equal(approved.status, 'approved')
    assert.deepEqual(await world.standing(), CLOSED)
    const opening = await db
      .from('year_closing_lines')
      .join('ledger_accounts', 'ledger_accounts.id', 'account_id')
      .where('closing_id', again.id)
      .whereRaw('opening_debit <> opening_credit')
    assert.deepEqual(
      Object.fromEntries(
        opening.map(({ code, opening_debit: debit, opening_credit: credit }) => [
          code,
          credit === '0.00' ? debit : `-${credit}`,
        ])
      ),
      CLOSED
    )
  })

  test('July begins with those balances and revenue and expense with nothing', async ({
    assert,
  }) => {
    const july = { unitId: world.city, first: '2026-07-01', last: '2026-07-31' }
    const rows = await trialBalance(july, { trx })
    assert.deepEqual(
      Object.fromEntries(
        rows
          .filter(({ brought: { debit, credit } }) => !debit.equals(credit))
          .map(({ code, brought: { debit, credit } }) => [
            code,
            credit.isZero() ? `${debit}` : `-${credit}`,
          ])
      ),
      CLOSED
    )
  })

  test('the checks of the books and of the trail name nothing', async ({ assert }) => {
    const books = await world.house.asks<{ ok: boolean; invariants: { examples: unknown[] }[] }>(
      'books:check'
    )
    assert.deepEqual(
      books.invariants.flatMap(({ examples }) => examples),
      []
    )
    const trail = await world.house.asks<{ ok: boolean; rows: number }>('audit:verify')
    assert.isTrue(trail.ok)
    assert.isAbove(trail.rows, 200)
  })
}
