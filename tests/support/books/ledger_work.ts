import { writeFile } from 'node:fs/promises'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import User from '#identity/models/user'
import { postEntries } from '#accounts/actions/post_entry'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import { postRecurring } from '#accounts/ledger/journals/post_recurring'
import WriteJournal, { type JournalInput } from '#accounts/ledger/journals/write_journal'
import type { Scratch } from '#tests/support/books/scratch'

const UNIT = 'EG-FYM-SNR'

/** A house whose ledger was kept by its rules: openings, journals of every kind and state, lines told apart. */
export async function fillLedger(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  const file = house.file('openings.csv')
  await writeFile(
    file,
    [
      'كود الحساب,تاريخ الافتتاح,مدين,دائن',
      'INT-BANK,2026-07-01,1500.50,',
      'INT-CASH,2026-07-01,0.25,',
      'INT-DEPOSITS,2026-07-01,,1500.75',
    ].join('\n')
  )
  await house.ace(['import', 'opening-balances', file, '--unit', UNIT, '--commit', '--json'])
  await house.client.transaction((trx) => work(trx as Trx))
}

async function work(trx: Trx): Promise<void> {
  const [[unit]] = await trx.rawQuery('SELECT id FROM units WHERE code = ?', [UNIT])
  const unitId = Number(unit.id)
  const [maker, checker] = [await aPerson(1, unitId, trx), await aPerson(2, unitId, trx)]
  const by = { id: maker.id, name: maker.fullName }
  const { lineId, fundId, partyId } = await dimensions(unitId, trx)
  const write = (input: Partial<JournalInput>) =>
    new WriteJournal().handle(
      {
        unitId,
        kind: 'manual',
        postedOn: '2026-10-05',
        description: 'قيد باليد',
        reason: 'تصويب ما سبق',
        lines: [
          { account: 'INT-COMMISSION', debit: Money.of('12.50'), centre: 'C-1', partyId },
          { account: 'INT-BANK', credit: Money.of('12.50') },
        ],
        ...input,
      },
      { by, trx }
    )
  const approve = (id: number) => new DecideJournal().approve(id, { by: checker, trx })
  const first = await approve((await write({})).id)
  await approve((await write({ kind: 'adjusting', postedOn: '2026-10-31' })).id)
  const asked = await new WriteJournal().reverse(
    first.ledgerEntryId!,
    { postedOn: '2026-10-20', reason: 'خطأ في الحساب' },
    { by, trx }
  )
  await approve(asked.id)
  const recurring = await write({
    kind: 'recurring',
    postedOn: '2026-08-31',
    until: Month.of('2026-12'),
  })
  await approve(recurring.id)
  await postRecurring(recurring.id, Month.of('2026-10'), trx)
  await new DecideJournal().refuse((await write({})).id, {
    by: checker,
    trx,
    reason: 'لا مستند له',
  })
  await new DecideJournal().withdraw((await write({})).id, { by, trx })
  await write({})
  const told = { fundId, budgetLineId: lineId }
  const entry = (key: string) => ({
    unitId,
    postedOn: '2026-09-09',
    kind: 'test',
    businessKey: `dimensions/${key}`,
    description: 'صرف من صندوق',
    lines: [
      { account: 'INT-FA-LOSS', debit: Money.of('250.25'), ...told },
      { account: 'INT-BANK', credit: Money.of('250.25'), fundId },
    ],
  })
  await postEntries([entry('a'), entry('b'), entry('c')], { trx, by })
}

async function dimensions(unitId: number, trx: Trx) {
  const code = async (axis: string, of: string) =>
    Number((await trx.from('budget_codes').where({ axis, code: of }).firstOrFail()).id)
  const fundId = await code('fund', 'SF01')
  for (const year of ['2025/2026', '2026/2027']) {
    await trx.rawQuery(
      "INSERT INTO budgets (unit_id, fiscal_year, status) VALUES (?, ?, 'provisional')",
      [unitId, year]
    )
    await trx.rawQuery(
      `INSERT INTO budget_lines (budget_id, unit_id, fiscal_year, side, code_id, fund_id, function_id, programme_id)
       SELECT id, unit_id, fiscal_year, 'use', ?, ?, ?, ? FROM budgets WHERE unit_id = ? AND fiscal_year = ?`,
      [
        ...[await code('use', '2104'), fundId, await code('function', '01')],
        ...[await code('programme', '00'), unitId, year],
      ]
    )
  }
  await trx.rawQuery(
    'INSERT INTO budget_balances (line_id) SELECT id FROM budget_lines WHERE unit_id = ?',
    [unitId]
  )
  await trx.rawQuery(
    "INSERT INTO parties (unit_id, party_no, kind, name, folded_name) VALUES (?, 'P-1', 'organisation', 'مورد', 'مورد')",
    [unitId]
  )
  const [[line]] = await trx.rawQuery(
    "SELECT id FROM budget_lines WHERE unit_id = ? AND fiscal_year = '2026/2027'",
    [unitId]
  )
  const [[party]] = await trx.rawQuery("SELECT id FROM parties WHERE party_no = 'P-1'")
  return { lineId: Number(line.id), fundId, partyId: Number(party.id) }
}

function aPerson(number: number, homeUnitId: number, client: Trx): Promise<User> {
  return User.create(
    {
      email: `l${number}@ledger.example`,
      fullName: `موظف ${number}`,
      homeUnitId,
      password: '-',
      mustChangePassword: false,
      status: 'active',
      locale: 'ar',
      theme: 'auto',
      searchText: `l${number}`,
    },
    { client }
  )
}
