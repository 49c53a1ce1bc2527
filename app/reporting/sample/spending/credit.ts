import { today } from '#core/days'
import RaiseAlerts from '#budget/alerts/raise_alerts'
import { balanceOf } from '#budget/balances/balance_as_of'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import DecideVirement from '#budget/virements/decide_virement'
import ProposeVirement from '#budget/virements/propose_virement'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  CITY,
  GOVERNORATE,
  lineOf,
  pounds,
  TOWN,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'

type End = 'asked' | 'reserved' | 'committed' | 'cancelled'

/** Needs of the year: item, amount, what for, of whom, and how far each has come. */
export const NEEDS: readonly (readonly [
  key: string,
  unit: string,
  code: string,
  amount: string,
  purpose: string,
  payee: string | null,
  end: End,
])[] = [
  ['paper', GOVERNORATE, '2104', '60000.00', 'ورق طباعة وأحبار', 'مكتبة الوادي', 'committed'],
  ['lifts', GOVERNORATE, '2201', '48000.00', 'صيانة المصاعد', 'شركة قارون للصيانة', 'committed'],
  ['training', GOVERNORATE, '2207', '24000.00', 'تدريب على المنظومة المالية', null, 'reserved'],
  ['desks', GOVERNORATE, '6106', '180000.00', 'أثاث المركز التكنولوجي', null, 'asked'],
  ['spares', CITY, '2103', '30000.00', 'قطع غيار الحملة', 'مؤسسة النور لقطع الغيار', 'committed'],
  ['stationery', CITY, '2104', '38000.00', 'أدوات كتابية', 'مكتبة الوادي', 'committed'],
  ['cleaning', CITY, '2206', '98000.00', 'نظافة المباني', 'شركة الصفا للنظافة', 'committed'],
  ['roofs', CITY, '2201', '80000.00', 'عزل أسطح المدارس', 'الريان للمقاولات', 'committed'],
  ['paving', CITY, '6102', '1200000.00', 'رصف شارع الجمهورية', 'الريان للمقاولات', 'committed'],
  ['kerbs', CITY, '6102', '250000.00', 'بردورات شارع الحرية', null, 'reserved'],
  ['fence', CITY, '2201', '35000.00', 'ترميم سور الحملة', null, 'cancelled'],
  ['town-paper', TOWN, '2104', '15000.00', 'سجلات ومطبوعات', 'مكتبة الوادي', 'committed'],
]

/** Credit set aside and bound, moved between items, and the lines that run low. */
export async function bindSampleCredit(desk: Desk): Promise<void> {
  if (await hasAny('commitments')) return
  const { officer, head } = desk
  const by = actorOf(officer)
  for (const [index, need] of NEEDS.entries()) {
    const [, unit, code, amount, purpose, payeeName, end] = need
    const on = ago(60 - index * 3)
    const asked = await new RequestCommitment().handle(
      {
        lineId: await lineOf(unit, code),
        amount: pounds(amount),
        ...{ purpose, payeeName, needNo: `ط/${index + 1}` },
      },
      { by, reserveOn: end === 'asked' ? null : on }
    )
    if (end === 'committed') await new Commit().approve(asked.id, { by: head, on })
    if (end === 'cancelled') {
      await new Commit().cancel(asked.id, {
        by,
        on: ago(10),
        reason: 'أجل التنفيذ إلى العام القادم',
      })
    }
  }
  await moveCredit(desk)
  await bindFuel(desk)
}

/** Lines that run low, as the nightly job notes them. */
export async function watchSampleCredit(): Promise<void> {
  for (const unit of [GOVERNORATE, CITY, TOWN]) {
    await new RaiseAlerts().unit(await unitId(unit), { on: today() })
  }
}

/** Fuel is bound nearly to the last pound that is released. */
async function bindFuel({ officer, head }: Desk): Promise<void> {
  const lineId = await lineOf(CITY, '2102')
  const { available } = await balanceOf(lineId)
  const { id } = await new RequestCommitment().handle(
    {
      ...{ lineId, amount: available.subtract(pounds('1500.00')), needNo: 'ط/40' },
      ...{ purpose: 'وقود الحملة الميكانيكية', payeeName: 'شركة مصر للبترول' },
    },
    { by: actorOf(officer) }
  )
  await new Commit().approve(id, { by: head, on: ago(7) })
}

/** One virement decided, one that waits. */
async function moveCredit({ officer, head }: Desk): Promise<void> {
  const propose = async (from: string, to: string, amount: string, no: string, reason: string) =>
    new ProposeVirement().handle(
      {
        unitId: await unitId(CITY),
        lines: [
          { lineId: await lineOf(CITY, from), amount: pounds(amount).negate() },
          { lineId: await lineOf(CITY, to), amount: pounds(amount) },
        ],
        reason,
        decision: { no, on: ago(15), authority: 'وزارة المالية' },
      },
      { by: actorOf(officer) }
    )
  const done = await propose('2102', '2103', '15000.00', '61', 'نقص قطع غيار سيارات النظافة')
  await new DecideVirement().approve(done.id, { by: head, on: ago(12) })
  await propose('2105', '2201', '20000.00', '73', 'صيانة عاجلة لشبكة الإنارة')
}
