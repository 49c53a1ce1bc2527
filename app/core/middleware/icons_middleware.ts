import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { iconSheet } from '#core/web/icons'

/** Serves the icon sheet before sessions and people are asked for; a browser keeps it for good. */
export default class IconsMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (request.url() !== '/icons.svg' || !['GET', 'HEAD'].includes(request.method())) return next()
    response
      .header('Content-Type', 'image/svg+xml; charset=utf-8')
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .header('X-Content-Type-Options', 'nosniff')
      .send(iconSheet().svg)
  }
}
