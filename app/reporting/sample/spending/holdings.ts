import { addDays, today } from '#core/days'
import { Money } from '#core/money'
import AdvanceLife from '#accounts/advances/advance_life'
import DecideSettlement from '#accounts/advances/decide_settlement'
import { payingType } from '#accounts/advances/form_of_advance'
import RequestAdvance, { type AdvanceInput } from '#accounts/advances/request_advance'
import SettleAdvance from '#accounts/advances/settle_advance'
import ActOnGuarantee, { type ActInput } from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee, { type GuaranteeInput } from '#accounts/guarantees/record_guarantee'
import Appeal from '#accounts/penalties/appeal'
import PenaltyLife from '#accounts/penalties/penalty_life'
import RecordPenalty, { type PenaltyInput } from '#accounts/penalties/record_penalty'
import Beneficiary from '#accounts/models/beneficiary'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  CITY,
  lineOf,
  pounds,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'
import { payee } from '#reporting/sample/spending/payees'
import { payInSample } from '#reporting/sample/spending/payments'

const party = async (no: string) => (await Beneficiary.findOrFail(await payee(CITY, no))).partyId!

/** Advances asked for, given, partly spent; one of a supplier on his contract. */
export async function giveSampleAdvances(desk: Desk): Promise<void> {
  if (await hasAny('advances')) return
  const { officer, head, chief, cashier } = desk
  const unit = await unitId(CITY)
  const life = new AdvanceLife()
  const by = actorOf(officer)
  const ask = async (
    kind: AdvanceInput['kind'],
    days: number,
    amount: string,
    rest: Pick<AdvanceInput, 'holder' | 'purpose' | 'contractNo'>
  ) => {
    const input = { unitId: unit, kind, amount: pounds(amount), on: ago(days), ...rest }
    return (await new RequestAdvance().handle(input, { by })).id
  }
  const give = async (id: number, days: number, holderNo: string) => {
    const { label, kind, amount, purpose } = await life.approve(id, { by: head, on: ago(days) })
    const dueOn = ago(days - 1)
    const paper = { invoiceNo: label, invoiceOn: dueOn, beforeVat: amount, vat: Money.zero }
    const beneficiaryId = await payee(CITY, holderNo)
    const form = { unitId: unit, advanceId: id, paymentType: payingType(kind), purpose, dueOn }
    await payInSample(CITY, { ...form, beneficiaryId, invoices: [paper] }, desk)
  }
  const petty = { holder: { userId: chief.id }, purpose: 'سلفة مستديمة للمصروفات النثرية' }
  await give(await ask('permanent', 70, '10000.00', petty), 69, '8')
  const trip = { holder: { userId: cashier.id }, purpose: 'مأمورية وزارة المالية' }
  const travel = await ask('travel', 28, '3000.00', trip)
  await give(travel, 27, '9')
  const part = await new SettleAdvance().submit(
    travel,
    {
      ...{ kind: 'spent', amount: pounds('1850.00'), paperNo: '51/7' },
      lineId: await lineOf(CITY, '2201'),
    },
    { by, on: ago(16) }
  )
  await new DecideSettlement().approve(part.id, { by: head, on: ago(15) })
  const roads = { holder: { partyId: await party('2') }, purpose: 'دفعة مقدمة', contractNo: 'ع/14' }
  await life.approve(await ask('supplier', 14, '60000.00', roads), { by: head, on: ago(13) })
  await ask('transport', 3, '600.00', { ...trip, purpose: 'انتقالات لجنة الحصر' })
}

/** Letters that stand, run out, were extended and claimed; a deposit given back. */
export async function holdSampleGuarantees(desk: Desk): Promise<void> {
  if (await hasAny('guarantees')) return
  const { officer, head, chief } = desk
  const unit = await unitId(CITY)
  const by = actorOf(officer)
  const record = async (no: string, amount: string, rest: Partial<GuaranteeInput>) => {
    const { id } = await new RecordGuarantee().handle(
      {
        ...{ unitId: unit, partyId: await party(no), amount: pounds(amount) },
        ...{ purpose: 'final', form: 'letter', subjectNo: 'ع/14', subject: 'رصف شارع الجمهورية' },
        ...{ referenceNo: `LG-${no}-${amount}`, bankName: 'بنك مصر', issuedOn: ago(90) },
        expiresOn: addDays(today(), 300),
        on: ago(80),
        ...rest,
      },
      { by }
    )
    return id
  }
  const act = async (id: number, input: Omit<ActInput, 'reason'>, days: number, who = head) => {
    const asked = { reason: 'بناءً على مذكرة إدارة العقود', ...input }
    const made = await new ActOnGuarantee().propose(id, asked, { by })
    await new ActOnGuarantee().approve(made.id, { by: who, on: ago(days) })
  }
  const accept = { kind: 'accept', paperNo: 'و/214' } as const
  const roads = await record('2', '60000.00', { expiresOn: addDays(today(), 18) })
  await act(roads, accept, 79)
  const cleaning = await record('3', '4900.00', {
    ...{ subjectNo: 'ع/9', subject: 'نظافة المباني', expiresOn: addDays(today(), 40) },
  })
  await act(cleaning, accept, 70)
  const longer = { kind: 'extend', paperNo: 'LG-3/م', expiresOn: addDays(today(), 220) } as const
  await act(cleaning, longer, 10)
  const spares = await record('4', '2500.00', { subjectNo: 'ع/11', subject: 'قطع غيار' })
  await act(spares, accept, 60)
  await act(spares, { kind: 'call', paperNo: 'ص/91' }, 5, chief)
  const bid = await record('1', '1200.00', {
    ...{ purpose: 'temporary', form: 'cash', bankName: null, expiresOn: null },
    ...{ referenceNo: '33/18802', subjectNo: 'م/3', subject: 'ممارسة أدوات كتابية' },
  })
  await act(bid, accept, 60)
  await act(bid, { kind: 'release', paperNo: 'ق/66' }, 30)
  await record('2', '18000.00', { subjectNo: 'ع/17', subject: 'بردورات شارع الحرية' })
}

/** Fines of a supplier and of an officer: asked for, approved, appealed against. */
export async function fineInSample(desk: Desk): Promise<void> {
  if (await hasAny('penalties')) return
  const { officer, head, cashier } = desk
  const by = actorOf(officer)
  const unit = await unitId(CITY)
  const life = new PenaltyLife()
  const record = async (amount: string, rest: Omit<PenaltyInput, 'unitId' | 'amount' | 'on'>) =>
    (
      await new RecordPenalty().handle(
        { unitId: unit, amount: pounds(amount), on: ago(20), ...rest },
        { by }
      )
    ).id
  const late = async (investigationNo: string, reason: string) => ({
    ...{ person: { partyId: await party('1') }, violation: 'goods', investigationNo, reason },
    ...{ contractNo: 'أ.ت/22', contractAmount: pounds('38000.00') },
  })
  const approved = await record('380.00', await late('12/ت', 'تأخير التوريد أسبوعًا'))
  await life.approve(approved, { by: head, on: ago(19) })
  await record('190.00', await late('15/ت', 'صنف مخالف للعينة'))
  const absent = { person: { userId: cashier.id }, violation: 'conduct', reason: 'غياب بغير إذن' }
  const paid = await record('150.00', { ...absent, investigationNo: '7/ش' })
  await life.approve(paid, { by: head, on: ago(18) })
  await life.execute(paid, { via: 'cash', paperNo: '33/18840' }, { by, on: ago(17) })
  const venue = { venue: 'لجنة التظلمات', fileNo: '4' }
  await new Appeal().file(paid, venue, { by, on: ago(9) })
}
