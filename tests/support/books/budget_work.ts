import { today } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import User from '#identity/models/user'
import CarryOver from '#budget/commitments/carry_over'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import DecideShare from '#budget/funds/decide_share'
import ProposeShare from '#budget/funds/propose_share'
import { moveBalance } from '#budget/balances/move_balance'
import { openLine } from '#budget/balances/open_line'
import DecideVirement from '#budget/virements/decide_virement'
import ProposeVirement from '#budget/virements/propose_virement'
import { postEntry } from '#accounts/actions/post_entry'
import type { Scratch } from '#tests/support/books/scratch'

/** A house whose budget was kept by its rules: lines, commitments in every state, virements, a carry-over, a fund's share. */
export async function fillBudget(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  await house.client.transaction(async (trx) => {
    const [[unit]] = await trx.rawQuery("SELECT id FROM units WHERE code = 'EG-FYM-SNR'")
    const unitId = Number(unit.id)
    const [maker, checker, second] = await Promise.all([person(1), person(2), person(3)])
    const by = { id: maker.id, name: maker.fullName }
    const on = today()
    const commit = new Commit()
    for (const year of ['2025/2026', '2026/2027']) {
      await trx.rawQuery(
        "INSERT INTO budgets (unit_id, fiscal_year, status) VALUES (?, ?, 'provisional')",
        [unitId, year]
      )
    }
    const paper = await line('2104', '2026/2027', '00', '100000.00')
    const fuel = await line('2102', '2026/2027', '00', '50000.00')
    const fund = await line('2104', '2026/2027', 'SF01', '5000.00')
    const { id: fundId } = await trx
      .from('budget_codes')
      .where({ axis: 'fund', code: 'SF01' })
      .firstOrFail()
    const sf01 = Number(fundId)
    const works = await line('6101', '2025/2026', '00', '900000.00')
    const ask = async (lineId: number, amount: string) =>
      (
        await new RequestCommitment().handle(
          { lineId, amount: Money.of(amount), purpose: 'توريد' },
          { by, trx }
        )
      ).id
    const bind = async (lineId: number, amount: string) => {
      const id = await ask(lineId, amount)
      await commit.approve(id, { by: checker, on, trx })
      return id
    }
    const pay = (id: number, amount: string, paper_: number) =>
      commit.pay(id, {
        by,
        on,
        trx,
        amount: Money.of(amount),
        document: { type: 'payment', id: paper_ },
      })
    await ask(paper, '1.00')
    await commit.reserve(await ask(paper, '7000.00'), { by, on, trx })
    const part = await bind(paper, '40000.00')
    await pay(part, '15000.00', 1)
    await commit.change(part, {
      by: checker,
      on,
      trx,
      amount: Money.of('42000.00'),
      reason: 'زيادة',
    })
    await pay(await bind(paper, '500.00'), '500.00', 2)
    await commit.cancel(await bind(fuel, '900.00'), { by, on, trx, reason: 'عدول المورد' })
    await new CarryOver().handle(await bind(works, '250000.00'), { by: checker, trx })
    const move = async (from: number, to: number, signers: User[]) => {
      const amount = Money.of('1000.00')
      const lines = [
        { lineId: from, amount: amount.negate() },
        { lineId: to, amount },
      ]
      const decision = { no: '1', on, authority: 'وزارة المالية' }
      const made = await new ProposeVirement().handle(
        { unitId, lines, reason: 'حاجة العمل', decision },
        { by, trx }
      )
      for (const signer of signers) await new DecideVirement().approve(made.id, { by: signer, trx })
    }
    await move(fuel, paper, [checker])
    await move(paper, fund, [checker, second])
    await move(fuel, paper, [])
    await revenue('1000.00')
    const month = Month.of('2026-09')
    const share = await new ProposeShare().handle({ unitId, fundId: sf01, month }, { by, trx })
    await new DecideShare().approve(share.id, { by: checker, trx })

    async function revenue(amount: string) {
      const money = Money.of(amount)
      await postEntry(
        {
          ...{ unitId, postedOn: '2026-09-10', kind: 'test', businessKey: 'test/revenue' },
          description: 'إيراد الصندوق',
          lines: [
            { account: 'INT-CASH', debit: money, fundId: sf01 },
            { account: 'INT-REV-FEES', credit: money, fundId: sf01 },
          ],
        },
        { trx, by }
      )
    }

    async function line(code: string, fiscalYear: string, fundCode: string, credit: string) {
      const id = async (axis: string, of: string) =>
        Number((await trx.from('budget_codes').where({ axis, code: of }).firstOrFail()).id)
      const budget = await trx
        .from('budgets')
        .where({ unit_id: unitId, fiscal_year: fiscalYear })
        .firstOrFail()
      const lineId = await openLine(
        {
          budgetId: Number(budget.id),
          unitId,
          fiscalYear,
          codeId: await id('use', code),
          fundId: await id('fund', fundCode),
          functionId: await id('function', '01'),
          programmeId: await id('programme', '00'),
        },
        trx
      )
      const amount = Money.of(credit)
      await moveBalance(
        {
          lineId,
          move: 'appropriation',
          deltas: { appropriated: amount, released: amount },
          on: '2025-07-01',
          document: { type: 'budget', id: Number(budget.id) },
          businessKey: `budget/${lineId}`,
        },
        { by, trx }
      )
      return lineId
    }

    async function person(number: number): Promise<User> {
      return User.create(
        {
          email: `b${number}@budget.example`,
          fullName: `موظف ${number}`,
          homeUnitId: unitId,
          password: '-',
          mustChangePassword: false,
          status: 'active',
          locale: 'ar',
          theme: 'auto',
          searchText: `b${number}`,
        },
        { client: trx as Trx }
      )
    }
  })
}
