import { configProvider } from '@adonisjs/core'
import { formatters } from '@adonisjs/i18n'
import type { I18nManagerConfig, TranslationsFormatterContract } from '@adonisjs/i18n/types'

type Values = Record<string, unknown>

const KEPT = 5_000
/** `{name}` and nothing else of ICU's language. */
const PLAIN = /^[^{}'#]*(?:\{\s*\w+\s*\}[^{}'#]*)*$/
const ANY = /[{}'#]/
const HOLE = /\{\s*(\w+)\s*\}/g

/**
 * Texts in ICU's language, without reading each anew every time it is said: a page says hundreds. Texts
 * without holes are themselves, those with plain holes are filled in, and of the others (plurals) the
 * sentences said before are remembered.
 */
export function rememberingMessages() {
  return configProvider.create(async (app) => {
    const icu = await formatters.icu().resolver(app)
    return (config: I18nManagerConfig) => remembering(icu(config))
  })
}

function remembering(formatter: TranslationsFormatterContract): TranslationsFormatterContract {
  const said = new Map<string, string>()
  const whole = (message: string, locale: string, data?: Values): string => {
    const key = keyOf(message, locale, data)
    if (key === null) return formatter.format(message, locale, data)
    let text = said.get(key)
    if (text === undefined) {
      text = formatter.format(message, locale, data)
      if (said.size >= KEPT) said.clear()
      said.set(key, text)
    }
    return text
  }
  return {
    name: formatter.name,
    format(message: string, locale: string, data?: Values): string {
      if (!ANY.test(message)) return message
      if (!PLAIN.test(message)) return whole(message, locale, data)
      let lacking = false
      const text = message.replace(HOLE, (_, name: string) => {
        const value = data?.[name]
        if (typeof value === 'string') return value
        if (typeof value === 'number') return String(value)
        lacking = true
        return ''
      })
      return lacking ? whole(message, locale, data) : text
    },
  }
}

/** Null when a value is more than a word or a number: such a sentence is not remembered. */
function keyOf(message: string, locale: string, data: Values | undefined): string | null {
  const values = Object.entries(data ?? {})
  const isPlain = values.every(([, value]) => ['string', 'number'].includes(typeof value))
  return isPlain ? JSON.stringify([locale, message, values]) : null
}
