import { join } from 'node:path'
import { Money } from '#core/money'
import { DelimitedFile } from '#reporting/sample/files/delimited_file'
import { handOf, type Hand } from '#reporting/sample/files/hands'
import { PROVIDERS } from '#reporting/sample/world/deposits'
import { net, type Deposit, type Receipt } from '#reporting/sample/facts'
import type { ManifestEntry } from '#reporting/sample/files/manifest'
import type { Truth } from '#reporting/sample/truth'
import type { Books } from '#reporting/sample/world/books'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

const METHOD = { cash: 'نقدي', cheque: 'شيك', electronic: 'إلكتروني' }

/** What the files of one unit share. */
interface Desk {
  world: UnitWorld
  folder: string
  truth: Truth
}

type Rows = (file: DelimitedFile) => Promise<Record<string, string>>

/** Charges, receipts by cashier and book, slips, settlements by provider; and what is true of each. */
export async function writeMoney(desk: Desk, books: Books): Promise<ManifestEntry[]> {
  const entries = [await writeCharges(desk)]
  for (const [book, receipts] of books) entries.push(await writeBook(desk, book, receipts))
  tellGaps(desk)
  entries.push(await writeSlips(desk))
  for (const [which] of PROVIDERS.entries()) {
    const entry = await writeSettlements(desk, which)
    if (entry.rows > 0) entries.push(entry)
  }
  return entries
}

function writeCharges(desk: Desk): Promise<ManifestEntry> {
  const { world, truth } = desk
  const hand = handOf(
    { ...world.place.dialect, arabicDigits: 0 },
    world.random.fork('charges-hand')
  )
  const headings = [
    'كود السداد',
    'بند الإيراد',
    'رقم الترخيص أو العقد',
    'رقم الموقع',
    'رقم الطرف',
    'الفترة',
    'تاريخ الاستحقاق',
    'المبلغ',
  ]
  return write(desk, 'charges', `charges-${world.place.code}.csv`, headings, async (file) => {
    const amounts: Money[] = []
    for (const [month, charges] of world.charges.entries()) {
      for (const charge of charges) {
        amounts.push(charge.amount)
        truth.count('charges', month, charge.amount)
        if (charge.mark) tell(desk, charge.mark, month, 'charge', charge.ref)
        await file.row([
          charge.ref,
          charge.headAr,
          charge.right?.no ?? null,
          charge.site.no,
          charge.party.no,
          hand.month(charge.period),
          hand.day(charge.due),
          hand.amount(charge.amount),
        ])
      }
      for (const right of world.neverCharged[month]!) {
        tell(desk, { code: 'never_charged', amount: right.amount }, month, 'right', right.no)
      }
    }
    return { amount: Money.sum(amounts).toString() }
  })
}

const RECEIPT_HEADINGS = [
  'رقم الدفتر',
  'رقم القسيمة',
  'تاريخ التحصيل',
  'طريقة السداد',
  'المبلغ',
  'بند الإيراد',
  'اسم الدافع',
  'الرقم القومي أو الضريبي',
  'كود السداد',
  'رقم الترخيص أو العقد',
  'رقم الموقع',
  'عن شهر',
  'رقم الشيك',
  'رقم حافظة التوريد',
  'رقم دفعة التسوية',
  'ملغاة',
  'سبب الإلغاء',
  'كود الصراف',
  'ملاحظات',
]

function writeBook(desk: Desk, book: string, receipts: Receipt[]): Promise<ManifestEntry> {
  const { world, truth } = desk
  const cashier = receipts[0]!.cashier
  const code = cashier < 0 ? null : world.cashiers[cashier]!
  const hand = handOf(world.place.dialect, world.random.fork(`hand-${cashier}`))
  const name = `receipts-${world.place.code}-${code ?? 'EPAY'}-${book}.csv`
  return write(desk, 'receipts', name, RECEIPT_HEADINGS, async (file) => {
    for (const receipt of receipts) {
      const month = world.calendar.monthOf(receipt.day)
      truth.count('receipts', month, receipt.amount)
      for (const mark of receipt.marks) {
        tell(desk, mark, month, 'receipt', `${receipt.book}/${receipt.number}`)
      }
      await file.row(receiptRow(receipt, code, hand))
    }
    return { amount: Money.sum(receipts.map(({ amount }) => amount)).toString() }
  })
}

function receiptRow(receipt: Receipt, cashier: string | null, hand: Hand): (string | null)[] {
  const deposit = receipt.deposit?.number ?? receipt.claimedSlip
  return [
    receipt.book,
    hand.number(String(receipt.number)),
    hand.day(receipt.day),
    METHOD[receipt.method],
    hand.amount(receipt.amount),
    receipt.headAr,
    receipt.payer,
    receipt.payerId,
    hand.number(receipt.ref),
    hand.number(receipt.rightNo),
    receipt.siteNo,
    receipt.period && hand.month(receipt.period),
    hand.number(receipt.chequeNo),
    receipt.method === 'electronic' ? null : hand.number(deposit),
    receipt.method === 'electronic' ? deposit : null,
    receipt.voidReason ? 'نعم' : null,
    receipt.voidReason,
    cashier,
    receipt.note,
  ]
}

/** The missing numbers of the books: they stand in no file. */
function tellGaps({ world, truth }: Desk): void {
  for (const { key, month } of world.gaps) {
    truth.add({
      code: 'receipt_number_gap',
      unit: world.place.code,
      month,
      type: 'book_number',
      key,
      amount: Money.zero,
    })
  }
}

function writeSlips(desk: Desk): Promise<ManifestEntry> {
  const { world } = desk
  const hand = handOf(world.place.dialect, world.random.fork('slips-hand'))
  const headings = [
    'رقم الحافظة',
    'الحساب البنكي',
    'تاريخ التوريد',
    'المبلغ',
    'نوع التوريد',
    'كود الصراف',
  ]
  return write(desk, 'deposit-slips', `slips-${world.place.code}.csv`, headings, async (file) => {
    const slips = world.deposits.filter(({ commission, recorded }) => !commission && recorded)
    for (const slip of slips) {
      tellDeposit(desk, slip, 'slips', 'slip')
      await file.row([
        hand.number(slip.number),
        slip.account.iban,
        hand.day(slip.day),
        hand.amount(slip.amount),
        METHOD[slip.method],
        world.cashiers[slip.cashier]!,
      ])
    }
    return { amount: Money.sum(slips.map(({ amount }) => amount)).toString() }
  })
}

function writeSettlements(desk: Desk, which: number): Promise<ManifestEntry> {
  const { world } = desk
  const provider = PROVIDERS[which]!
  const headings = [
    'رقم الدفعة',
    'الحساب البنكي',
    'تاريخ التسوية',
    'الإجمالي',
    'العمولة',
    'الصافي',
    'مقدم الخدمة',
  ]
  const name = `settlements-${provider.file}-${world.place.code}.csv`
  return write(desk, 'settlements', name, headings, async (file) => {
    const batches = world.deposits.filter((one) => one.commission && one.provider === provider.name)
    for (const batch of batches) {
      tellDeposit(desk, batch, 'settlements', 'settlement')
      await file.row([
        batch.number,
        batch.account.iban,
        batch.day,
        batch.amount.toString(),
        batch.commission!.toString(),
        net(batch).toString(),
        batch.provider,
      ])
    }
    const sum = (of: (batch: Deposit) => Money) => Money.sum(batches.map(of)).toString()
    return {
      gross: sum(({ amount }) => amount),
      commission: sum(({ commission }) => commission!),
      net: sum(net),
    }
  })
}

function tellDeposit(
  desk: Desk,
  deposit: Deposit,
  kind: 'slips' | 'settlements',
  type: 'slip' | 'settlement'
) {
  const month = desk.world.calendar.monthOf(deposit.day)
  desk.truth.count(kind, month, deposit.amount)
  for (const mark of deposit.marks) tell(desk, mark, month, type, deposit.number)
}

function tell(
  { world, truth }: Desk,
  mark: Receipt['marks'][number],
  month: number,
  type: 'charge' | 'right' | 'receipt' | 'slip' | 'settlement',
  key: string
): void {
  truth.add({ ...mark, unit: world.place.code, month, type, key })
}

async function write(
  { world, folder }: Desk,
  kind: string,
  name: string,
  headings: readonly string[],
  rows: Rows
): Promise<ManifestEntry> {
  // A provider's file comes from its own system, not from the unit's clerks.
  const own = kind !== 'settlements'
  const dialect = own ? world.place.dialect : ({ encoding: 'utf8', separator: ',' } as const)
  const file = new DelimitedFile(join(folder, name), dialect, headings)
  const totals = await rows(file)
  return { kind, unit: world.place.code, file: name, ...(await file.close()), totals }
}
