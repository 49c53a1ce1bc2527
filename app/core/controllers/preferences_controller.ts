import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { safeBackPath } from '#core/safe_back'
import { THEMES } from '#core/web/preferences'

const preferences = vine.create({
  theme: vine.enum(THEMES).optional(),
  locale: vine.enum(['ar', 'en']).optional(),
})

/** How a person wants his pages: language and light or dark, on this machine. */
export default class PreferencesController {
  async store({ request, response }: HttpContext) {
    const { theme, locale } = await request.validateUsing(preferences)
    const kept = { maxAge: '365d', httpOnly: false } as const
    if (theme) response.plainCookie('theme', theme, { ...kept, encode: false })
    if (locale) response.plainCookie('locale', locale, { ...kept, encode: false })
    return response
      .redirect()
      .status(303)
      .toPath(safeBackPath(request) ?? '/')
  }
}
