import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { type Month } from '#core/fiscal'
import { Money } from '#core/money'
import { mt940 } from '#reporting/sample/files/mt940'
import type { Calendar } from '#reporting/sample/calendar'
import type { BankLine } from '#reporting/sample/facts'
import type { ManifestEntry } from '#reporting/sample/files/manifest'
import type { SampleAccount } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'
import type { Truth } from '#reporting/sample/truth'

/** One account with everything that was booked on it. */
export interface AccountLines {
  account: SampleAccount
  lines: BankLine[]
}

/**
 * The account's file: a statement for each month, and one for the days after the last month in which
 * the last deposits arrive. Each opens with the balance at which the one before closed.
 */
export async function writeStatements(
  { account, lines }: AccountLines,
  calendar: Calendar,
  random: Random,
  truth: Truth,
  folder: string
): Promise<ManifestEntry> {
  const file = `statement-${account.iban}.sta`
  const texts: string[] = []
  const amounts: Money[] = []
  let balance = Money.piastres(BigInt(random.int(200_000, 900_000)) * 100n)
  const months = byMonth(lines)
  for (const month of [...calendar.months, calendar.months.at(-1)!.next()]) {
    const own = months.get(month.toString()) ?? []
    const inside = calendar.monthOf(month.first) >= 0
    if (!inside && own.length === 0) break
    if (inside) addBanksOwn(own, month, balance, calendar, random)
    // Sorting keeps the order of equal days.
    own.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const number = texts.length + 1
    const written = mt940({ account: account.iban, number, opening: balance, lines: own, month })
    balance = written.closing
    tell(account, own, calendar, truth)
    texts.push(written.text)
    for (const { amount } of own) amounts.push(amount)
  }
  const text = texts.join('')
  await writeFile(join(folder, file), text)
  return {
    kind: 'bank-statement',
    unit: account.unit,
    file,
    rows: amounts.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    totals: { amount: Money.sum(amounts).toString() },
  }
}

function byMonth(lines: readonly BankLine[]): Map<string, BankLine[]> {
  const months = new Map<string, BankLine[]>()
  for (const line of lines) {
    const month = line.day.slice(0, 7)
    const own = months.get(month)
    if (own) own.push(line)
    else months.set(month, [line])
  }
  return months
}

/** The bank's fees during the month, and at its end what is sent to the treasury's single account. */
function addBanksOwn(
  lines: BankLine[],
  month: Month,
  opening: Money,
  calendar: Calendar,
  random: Random
): void {
  const days = calendar.workingBetween(month.first, month.last)
  const own = (day: string, amount: Money, reference: string, narrative: string, type: string) =>
    lines.push({ day, valueDay: day, amount, reference, narrative, type, marks: [] })
  for (let left = random.int(1, 3); left > 0; left--) {
    const fee = Money.piastres(-BigInt(random.int(30, 240)) * 50n)
    own(random.pick(days), fee, `CHG${random.digits(9)}`, 'ACCOUNT FEES AND STAMP DUTY', 'NCHG')
  }
  const balance = opening.add(Money.sum(lines.map(({ amount }) => amount)))
  const swept = (balance.piastres * 7n) / 10n
  if (swept < 1_000_000n) return
  const amount = Money.piastres(-(swept - (swept % 100_000n)))
  own(
    days.at(-1)!,
    amount,
    `TSA${random.digits(9)}`,
    'TRANSFER TO TREASURY SINGLE ACCOUNT CBE',
    'NTRF'
  )
}

/**
 * Key: account/day/reference/amount/n. Every line with something to tell has a reference of its own,
 * so that its n is 1 in whatever order equal lines are counted.
 */
function tell(account: SampleAccount, lines: BankLine[], calendar: Calendar, truth: Truth): void {
  const seen = new Map<string, { place: number; told: boolean }>()
  for (const line of lines) {
    const month = calendar.monthOf(line.day)
    truth.count('bankLines', month, line.amount)
    const key = `${account.iban}/${line.day}/${line.reference}/${line.amount}`
    const place = (seen.get(key)?.place ?? 0) + 1
    const told = line.marks.length > 0 || Boolean(seen.get(key)?.told)
    if (told && place > 1) throw new Error(`Two bank lines share the key ${key}`)
    seen.set(key, { place, told })
    for (const { code, amount } of line.marks) {
      truth.add({
        code,
        unit: account.unit,
        month,
        type: 'bank_line',
        key: `${key}/${place}`,
        amount,
      })
    }
  }
}
