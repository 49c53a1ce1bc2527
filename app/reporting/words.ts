import i18nManager from '@adonisjs/i18n/services/main'
import type { Locale } from '#core/domain_error'
import type { Words } from '#core/lists/definition'

/** The texts of the house in a language, outside a request: for files, jobs and the command line. */
export function wordsIn(locale: Locale): Words {
  const i18n = i18nManager.locale(locale)
  return { locale, t: (key, data) => i18n.t(key, data) }
}

/** The name of something in a language. */
export function nameIn(named: { ar: string; en: string }, locale: Locale): string {
  return locale === 'en' ? named.en : named.ar
}
