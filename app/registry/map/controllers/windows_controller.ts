import type { HttpContext } from '@adonisjs/core/http'
import { windowForm, windowQuestion } from '#registry/map/question'
import { windowOf } from '#registry/map/window'

/** The assets of one window of the map. */
export default class WindowsController {
  async show({ auth, request, response }: HttpContext) {
    const question = await windowQuestion(
      await request.validateUsing(windowForm, { data: sent(request) })
    )
    response.header('Cache-Control', 'private, no-store')
    return windowOf(question, auth.getUserOrFail())
  }
}

/** The framework reads a comma as a list; a box is one text. */
export function sent(request: HttpContext['request']): Record<string, unknown> {
  const values = Object.fromEntries(new URLSearchParams(request.parsedUrl.query ?? ''))
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
