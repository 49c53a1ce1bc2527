import type { HttpContext } from '@adonisjs/core/http'

/** The keys that every page understands. */
export default class ShortcutsController {
  index({ view }: HttpContext) {
    return view.render('pages/core/shortcuts')
  }
}
