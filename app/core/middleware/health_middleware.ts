import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Answers `GET /health` before anything else: a watcher that asks every second makes no session, needs
 * no person and reaches no database.
 */
export default class HealthMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (request.url() !== '/health' || !['GET', 'HEAD'].includes(request.method())) return next()
    response.header('Cache-Control', 'no-store').send({ status: 'ok' })
  }
}
