import type { Day, Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { BankLine } from '#reporting/sample/facts'

/** A line of :86: holds 65 characters, and there are six of them. */
const DETAIL_WIDTH = 65

interface Statement {
  account: string
  number: number
  opening: Money
  lines: readonly BankLine[]
  month: Month
}

/** A SWIFT MT940 customer statement message of one month, and the balance at which it closes. */
export function mt940(statement: Statement): { text: string; closing: Money } {
  const { account, opening, lines, month } = statement
  const closing = opening.add(Money.sum(lines.map(({ amount }) => amount)))
  const last = lines.at(-1)?.day ?? month.last
  const rows = [
    `{1:F01NBEGEGCXAXXX0000000000}{2:I940FAYMEGCXXXXXN}{4:`,
    `:20:FYM${account.slice(-6)}${short(month.first).slice(0, 4)}`,
    `:25:${account}`,
    `:28C:${statement.number}/1`,
    `:60F:${balance(opening, month.first)}`,
  ]
  for (const line of lines) {
    const side = line.amount.isNegative() ? 'D' : 'C'
    const days = `${short(line.valueDay)}${line.day.slice(5).replace('-', '')}`
    rows.push(`:61:${days}${side}${comma(line.amount.abs())}${line.type}${line.reference}`)
    rows.push(...details(line.narrative))
  }
  rows.push(`:62F:${balance(closing, last)}`, `:64:${balance(closing, last)}`, '-}', '')
  return { text: rows.join('\r\n'), closing }
}

function balance(amount: Money, day: Day): string {
  return `${amount.isNegative() ? 'D' : 'C'}${short(day)}EGP${comma(amount.abs())}`
}

function comma(amount: Money): string {
  return amount.toString().replace('.', ',')
}

/** YYMMDD */
function short(day: Day): string {
  return day.slice(2).replaceAll('-', '')
}

/** :86: and its further lines, broken between words. */
function details(narrative: string): string[] {
  const lines: string[] = []
  let line = ':86:'
  for (const word of narrative.split(' ')) {
    if (line.length + word.length + 1 > DETAIL_WIDTH) {
      lines.push(line)
      line = word
    } else {
      line += line === ':86:' ? word : ` ${word}`
    }
  }
  lines.push(line)
  return lines
}
