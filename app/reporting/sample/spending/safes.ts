import db from '@adonisjs/lucid/services/db'
import { addDays, today } from '#core/days'
import CashTransfers from '#accounts/cash/cash_transfers'
import ChequeStock from '#accounts/cheques/cheque_stock'
import { recordSurety } from '#accounts/sureties/record_surety'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  CITY,
  pounds,
  TOWN,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'

/** Cheque books in stock, cash on its way, and what secures who holds it. */
export async function keepSampleSafes(desk: Desk): Promise<void> {
  if (await hasAny('cheque_books')) return
  const { officer, cashier } = desk
  const by = actorOf(officer)
  const unit = await unitId(CITY)
  const account = await db
    .from('bank_accounts')
    .where({ unit_id: unit, purpose: 'expenditure' })
    .orderBy('id')
    .firstOrFail()
  const stock = new ChequeStock()
  const receive = (firstNo: number) =>
    stock.receive(
      { bankAccountId: Number(account.id), firstNo, lastNo: firstNo + 49 },
      { by, on: ago(60) }
    )
  const used = await receive(410_201)
  await stock.issue(used.id, { holderName: cashier.fullName, by, on: ago(58) })
  await receive(410_251)

  const transfers = new CashTransfers()
  const send = async (amount: string, purpose: string, days: number) =>
    transfers.send(
      {
        ...{ unitId: unit, toUnitId: await unitId(TOWN), amount: pounds(amount) },
        ...{ carrierName: 'مندوب الخزينة أحمد بدوي', purpose },
      },
      { by, on: ago(days) }
    )
  const arrived = await send('4000.00', 'تغذية خزينة المركز', 22)
  const counted = pounds('4000.00')
  await transfers.receive(arrived.id, { by: actorOf(cashier), on: ago(22), counted })
  await send('2500.00', 'نثريات المركز', 2)
  const months = [-200, -140]
  for (const [index, from] of months.entries()) {
    await recordSurety(
      {
        ...{ unitId: unit, holderNo: `ص-${index + 1}`, amount: pounds('20000.00') },
        ...{ holderName: index ? 'محمود رجب طه' : cashier.fullName },
        job: index ? 'storekeeper' : 'cashier',
        ...{
          guarantorName: 'صندوق التأمين الحكومي لضمانات أرباب العهد',
          policyNo: `${7710 + index}`,
        },
        ...{ validFrom: addDays(today(), from), validTo: addDays(today(), from + 365) },
      },
      { by }
    )
  }
}
