import edge from 'edge.js'
import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { pathOf } from '#core/web/navigation'
import { themeOf } from '#core/web/preferences'

/** Statuses with a page of their own; others take that of 400 or 500. */
const KNOWN = [400, 401, 403, 404, 405, 413, 419, 429, 500, 503]

/**
 * The page that says what went wrong and what to do. It stands alone: an address without a route has
 * passed no session, no language and no person before it fails.
 */
export async function refusalPage(ctx: HttpContext, status: number): Promise<string> {
  const kind = KNOWN.includes(status) ? status : status < 500 ? 400 : 500
  const chosen = ctx.request.plainCookie('locale', 'ar', false)
  const locale = chosen === 'en' ? 'en' : 'ar'
  const i18n = i18nManager.locale(locale)
  return edge.render('pages/errors/refusal', {
    locale,
    direction: locale === 'ar' ? 'rtl' : 'ltr',
    theme: themeOf(ctx.request),
    t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
    status: kind,
    title: i18n.t(`core.refusals.${kind}.title`),
    home: pathOf('home') ?? '/',
    requestId: kind >= 500 ? ctx.request.id() : null,
  })
}
