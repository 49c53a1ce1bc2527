import { negative, type BankCells } from '#core/readers/bank_rows'
import { withTwoDecimals } from '#core/readers/decimal_text'

/**
 * A balance tag (:60F: :60M: :62F: :62M:), `C100722EUR1234,56`, as a signed amount.
 * @returns null when it is not written that way
 */
export function readBalance(
  value: string
): { amount: string; currency: string; day: string } | null {
  const match = /^\s*([CD])(\d{6})([A-Z]{3})\s*(\d[\d.,]*)/.exec(value)
  if (!match) return null
  const amount = readAmount(match[4]!)
  if (amount === null) return null
  const day = readShortDay(match[2]!)
  return {
    amount: match[1] === 'D' ? negative(amount) : amount,
    currency: match[3]!,
    day: day ?? '',
  }
}

/**
 * A movement, :61:. In order: value date YYMMDD, booking date MMDD if given, mark (C, D, and
 * reversals RC, RD; EC, ED announce), a letter of the currency if given, amount with a comma,
 * type code, customer reference, `//` bank reference, and on the next line details of the bank.
 * A reversed credit takes money away, a reversed debit gives it back.
 * @returns null when date or amount cannot be read
 */
export function readMovement(value: string): BankCells | null {
  const [first = '', ...more] = value.split('\n')
  const match =
    /^\s*(\d{6})\s*(\d{4})?\s*(R?[CD]|E[CD])\s*([A-Z])?\s*(\d[\d.,]*)\s*(?:([NFSnfs])([A-Z0-9]{3})?)?(.*)$/.exec(
      first
    )
  if (!match) return null
  const [, valueDay = '', bookedDay, mark = '', , amountText = '', kind = '', code, tail = ''] =
    match
  const valueOn = readShortDay(valueDay)
  const amount = readAmount(amountText)
  if (!valueOn || amount === null) return null
  const [reference = '', ...bank] = (code ? tail : `${kind}${tail}`).split('//')
  const out = mark === 'D' || mark === 'RC' || mark === 'ED'
  return {
    value_on: valueOn,
    booked_on: (bookedDay && bookingDay(valueOn, bookedDay)) || valueOn,
    amount: out ? negative(amount) : amount,
    type: code ? kind.toUpperCase() + code : null,
    reference: realReference(reference),
    bank_reference: realReference(bank.join('//')),
    narrative:
      more
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ') || null,
    reversal: mark.startsWith('R') ? 'true' : 'false',
  }
}

/** NONREF and the like say that there is no reference. */
function realReference(text: string): string | null {
  const reference = text.replace(/\s+/g, ' ').trim()
  return reference === '' || /^(NONREF|NOTPROVIDED|NOREF)$/i.test(reference) ? null : reference
}

/** `1234,5` → `1234.50`; leading zeros and thousands points go. */
function readAmount(text: string): string | null {
  let plain = text
  if (text.includes(',')) plain = text.replaceAll('.', '').replace(/,$/, '').replace(',', '.')
  const match = /^0*(\d+)(?:\.(\d{1,5}))?$/.exec(plain)
  return match ? withTwoDecimals(`${match[1]}.${match[2] ?? ''}`) : null
}

/** YYMMDD; 80–99 belong to the last century, as in the banks' own rule. */
function readShortDay(text: string): string | null {
  const year = Number(text.slice(0, 2))
  return calendarDay(year >= 80 ? 1900 + year : 2000 + year, text.slice(2, 4), text.slice(4, 6))
}

/** MMDD without a year: the one nearest to the value date. */
function bookingDay(valueOn: string, text: string): string | null {
  const year = Number(valueOn.slice(0, 4))
  const apart = Number(text.slice(0, 2)) - Number(valueOn.slice(5, 7))
  const shift = apart > 6 ? -1 : apart < -6 ? 1 : 0
  return calendarDay(year + shift, text.slice(0, 2), text.slice(2, 4))
}

function calendarDay(year: number, month: string, day: string): string | null {
  const text = `${year}-${month}-${day}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}
