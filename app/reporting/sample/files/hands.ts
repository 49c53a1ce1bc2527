import { arabicDigits } from '#core/arabic'
import { Month, type Day } from '#core/fiscal'
import type { Money } from '#core/money'
import type { Dialect } from '#reporting/sample/places'
import type { Random } from '#reporting/sample/random'

/** How one clerk writes amounts, days, months and numbers; another writes them otherwise. */
export interface Hand {
  amount(amount: Money): string
  day(day: Day): string
  month(day: Day): string
  number(text: string | null): string | null
}

const DAY_STYLES = ['slash', 'slash', 'iso', 'dash'] as const
const MONTH_STYLES = ['iso', 'turned', 'named'] as const

/** A hand that keeps to one style, as people do. */
export function handOf(dialect: Dialect, random: Random): Hand {
  const arabic = random.chance(dialect.arabicDigits)
  const grouped = random.chance(0.5)
  const dayStyle = random.pick(DAY_STYLES)
  const monthStyle = random.pick(MONTH_STYLES)
  const digits = (text: string) => (arabic ? arabicDigits(text) : text)
  return {
    amount(amount) {
      if (arabic) return amount.format('ar', { digits: 'arabic' })
      return grouped ? amount.format('en') : amount.toString()
    },
    day(day) {
      const [year, month, date] = day.split('-')
      if (dayStyle === 'iso') return digits(day)
      return digits(dayStyle === 'slash' ? `${date}/${month}/${year}` : `${date}-${month}-${year}`)
    },
    month(day) {
      const month = Month.containing(day)
      if (monthStyle === 'iso') return digits(month.toString())
      if (monthStyle === 'named') return digits(month.label('ar'))
      return digits(`${day.slice(5, 7)}/${day.slice(0, 4)}`)
    },
    number: (text) => (text === null ? null : digits(text)),
  }
}
