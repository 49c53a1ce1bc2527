import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { isDay, today } from '#core/days'
import type { Locale } from '#core/domain_error'
import { wordsOf } from '#core/lists/list'
import type { BiographyReader } from '#registry/biography/section'

/** Who asks for a biography, and as of when: `?on=2026-06-30&known=2026-07-01T12:00` (Cairo's clock). */
export function biographyReader(ctx: HttpContext): BiographyReader {
  const user = ctx.auth.getUserOrFail()
  const { on, known } = ctx.request.qs()
  return {
    id: user.id,
    unitIds: (permission) => user.unitIds(permission),
    can: (permission, unitId) => user.can(permission, unitId),
    locale: ctx.i18n.locale as Locale,
    words: wordsOf(ctx),
    on: isDay(on) ? on : today(),
    known: typeof known === 'string' ? momentOf(known) : null,
  }
}

/** The end of the minute a person named on Cairo's clock, as the database writes moments. */
function momentOf(text: string): string | null {
  const moment = DateTime.fromISO(text, { zone: 'Africa/Cairo' })
  if (!moment.isValid) return null
  return moment.endOf('minute').toUTC().toFormat('yyyy-MM-dd HH:mm:ss.SSS')
}
