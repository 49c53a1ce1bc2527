import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { safeBackPath } from '#core/safe_back'
import { THEMES } from '#core/web/preferences'

const preferences = vine.create({
  theme: vine.enum(THEMES).optional(),
  locale: vine.enum(['ar', 'en']).optional(),
})

/**
 * How a person wants his pages: language, light or dark. Kept on this machine, and with the person when
 * one is signed in, so that the next machine knows.
 */
export default class PreferencesController {
  async store({ request, response, auth }: HttpContext) {
    const { theme, locale } = await request.validateUsing(preferences)
    const user = auth.user
    if (user) await user.merge({ theme: theme ?? user.theme, locale: locale ?? user.locale }).save()
    const kept = { maxAge: '365d', httpOnly: false } as const
    if (theme) response.plainCookie('theme', theme, { ...kept, encode: false })
    if (locale) response.plainCookie('locale', locale, { ...kept, encode: false })
    return response
      .redirect()
      .status(303)
      .toPath(safeBackPath(request) ?? '/')
  }
}
