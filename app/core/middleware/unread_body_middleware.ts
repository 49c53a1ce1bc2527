import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Long enough for a browser to see the answer while it still sends. */
const LINGER_MS = 5_000

/**
 * Hangs up on who goes on sending after he was answered. The bytes that come until then are dropped; a
 * connection cut at once would often lose the answer on its way.
 */
export default class UnreadBodyMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    const incoming = request.request
    response.response.once('finish', () => {
      if (incoming.complete) return
      setTimeout(() => incoming.complete || incoming.socket.destroy(), LINGER_MS).unref()
    })
    return next()
  }
}
