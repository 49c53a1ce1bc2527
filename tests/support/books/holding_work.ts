import { Money } from '#core/money'
import type { Trx } from '#core/within'
import User from '#identity/models/user'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import RequestAdvance from '#accounts/advances/request_advance'
import SettleAdvance from '#accounts/advances/settle_advance'
import CashTransfers from '#accounts/cash/cash_transfers'
import ChequeStock from '#accounts/cheques/cheque_stock'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee, { type GuaranteeInput } from '#accounts/guarantees/record_guarantee'
import Appeal from '#accounts/penalties/appeal'
import PenaltyLife from '#accounts/penalties/penalty_life'
import RecordPenalty from '#accounts/penalties/record_penalty'
import { payAdvance } from '#tests/support/advances'
import type { Scratch } from '#tests/support/books/scratch'
import { aPayee } from '#tests/support/payments'

const on = '2026-11-22'
const pounds = (text: string) => Money.of(text)

/** A house that holds things by the rules: advances, a letter, a deposit, a penalty, cash on its way, cheques. */
export async function fillHoldings(house: Scratch): Promise<void> {
  await house.ace(['migration:run', '--force'], { asOwner: true })
  await house.ace(['db:grants'], { asOwner: true })
  await house.ace(['reference:load'])
  await house.client.transaction(async (trx) => {
    const [[unit]] = await trx.rawQuery("SELECT id FROM units WHERE code = 'EG-FYM-SNR'")
    const unitId = Number(unit.id)
    const maker = await aPerson(unitId, 1, trx)
    const checker = await aPerson(unitId, 2, trx)
    const by = { id: maker.id, name: maker.fullName }
    const partyId = await aParty(unitId, trx)

    const advance = await new RequestAdvance().handle(
      {
        ...{ unitId, kind: 'travel', amount: pounds('5000.00'), on },
        ...{ holder: { userId: maker.id }, purpose: 'مأمورية' },
      },
      { by, trx }
    )
    await new AdvanceLife().approve(advance.id, { by: checker, on, trx })
    const bankAccountId = await openBankAccount(
      { unitId, accountNo: '100200300', nameAr: 'المصروفات', bankName: 'البنك المركزي' },
      { by, trx }
    )
    const staff = await aPayee(
      unitId,
      { officer: maker, head: checker },
      { name: 'العاملون', kind: 'employee', trx }
    )
    const desk = {
      ...{ unitId, bankAccountId, staffId: staff.id, officer: maker, head: checker },
      clerk: await aPerson(unitId, 3, trx),
      second: await aPerson(unitId, 4, trx),
    }
    await payAdvance(advance.id, desk, { on, trx })
    const part = await new SettleAdvance().submit(
      advance.id,
      { kind: 'returned', amount: pounds('1200.00'), paperNo: '33/1' },
      { by, on, trx }
    )
    await new DecideSettlement().approve(part.id, { by: checker, on, trx })

    const held = async (input: Partial<GuaranteeInput>) => {
      const { id } = await new RecordGuarantee().handle(
        {
          ...{ unitId, partyId, purpose: 'final', form: 'cash', subjectNo: '7', subject: 'توريد' },
          ...{ amount: pounds('20000.00'), referenceNo: '1', issuedOn: on, on },
          ...input,
        },
        { by, trx }
      )
      await act(id, { kind: 'accept' })
      return id
    }
    const act = async (id: number, input: Pick<ActInput, 'kind' | 'amount'>) => {
      const proposed = { paperNo: '1', reason: 'مطابق', ...input }
      const step = await new ActOnGuarantee().propose(id, proposed, { by, trx })
      await new ActOnGuarantee().approve(step.id, { by: checker, on, trx })
    }
    await held({ form: 'letter', bankName: 'بنك مصر', expiresOn: '2027-11-22' })
    const deposit = await held({})
    await act(deposit, { kind: 'release', amount: pounds('5000.00') })
    await act(deposit, { kind: 'penalise', amount: pounds('1000.00') })

    const penalty = await new RecordPenalty().handle(
      {
        ...{ unitId, on, person: { userId: maker.id }, violation: 'conduct', reason: 'غياب' },
        ...{ investigationNo: '4', amount: pounds('300.00') },
      },
      { by, trx }
    )
    await new PenaltyLife().approve(penalty.id, { by: checker, on, trx })
    await new PenaltyLife().execute(penalty.id, { via: 'cash', paperNo: '9' }, { by, on, trx })
    const appeal = await new Appeal().file(
      penalty.id,
      { venue: 'لجنة', fileNo: '1' },
      { by, on, trx }
    )
    const lower = { outcome: 'reduced', amount: pounds('100.00') } as const
    await new Appeal().decide(appeal.id, lower, { by: checker, on, trx, decisionNo: '2' })

    const send = (amount: string) =>
      new CashTransfers().send(
        {
          ...{ unitId, toUnitId: unitId, amount: pounds(amount) },
          ...{ carrierName: 'المندوب', purpose: 'تغذية' },
        },
        { by, on, trx }
      )
    await send('40000.00')
    const { id } = await send('700.00')
    const counted = pounds('700.00')
    const counter = { id: checker.id, name: checker.fullName }
    await new CashTransfers().receive(id, { by: counter, on, trx, counted })

    const book = { bankAccountId, firstNo: 1001, lastNo: 1050 }
    await new ChequeStock().receive(book, { by, on, trx })
  })
}

const aPerson = (homeUnitId: number, number: number, trx: Trx): Promise<User> =>
  User.create(
    {
      email: `h${number}@holdings.example`,
      fullName: `موظف ${number}`,
      homeUnitId,
      password: '-',
      mustChangePassword: false,
      status: 'active',
      locale: 'ar',
      theme: 'auto',
      searchText: `h${number}`,
    },
    { client: trx }
  )

async function aParty(unitId: number, trx: Trx): Promise<number> {
  const name = 'شركة النيل'
  const [id] = await trx
    .insertQuery()
    .table('parties')
    .insert({ unit_id: unitId, party_no: 'H-1', kind: 'organisation', name, folded_name: name })
  return Number(id)
}
