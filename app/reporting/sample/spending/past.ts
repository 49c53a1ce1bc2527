import { addDays } from '#core/days'
import { hasAny } from '#reporting/sample/office/stock'
import { importInSample } from '#reporting/sample/spending/bank_files'
import { CITY, yearNow } from '#reporting/sample/spending/desk'

/** Who was paid how often in the year before, by the unit's number of him. */
const PAID: readonly (readonly [no: string, name: string, times: number, first: number])[] = [
  ['1', 'مكتبة الوادي', 9, 3150],
  ['2', 'الريان للمقاولات', 6, 148_200],
  ['3', 'شركة الصفا للنظافة', 12, 23_800],
  ['4', 'مؤسسة النور لقطع الغيار', 7, 6420],
  ['6', 'شركة مصر الوسطى لتوزيع الكهرباء', 12, 17_350],
]

/** Payments of the year before, by a file of the old system. */
export async function bringPastPayments(): Promise<void> {
  if (await hasAny('historical_payments')) return
  const head = 'beneficiary no,beneficiary,paid on,amount,payment number,invoice number'
  await importInSample({
    kind: 'historical-payments',
    unit: CITY,
    name: `مدفوعات-${CITY}.csv`,
    content: [head, ...rows()].join('\n'),
  })
}

function rows(): string[] {
  const last = yearNow().months[0]!.first
  let number = 4000
  return PAID.flatMap(([no, name, times, first]) =>
    Array.from({ length: times }, (_, index) => {
      const day = addDays(last, -12 - index * 28)
      const amount = `${first + index * 175}.${String((index * 35) % 100).padStart(2, '0')}`
      number += 1
      return [no, name, day, amount, number, `${no}-${number - 3000}`].join(',')
    })
  )
}
