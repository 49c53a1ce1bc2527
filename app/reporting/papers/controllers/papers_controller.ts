import type { HttpContext } from '@adonisjs/core/http'
import { PAPERS } from '#reporting/papers/kinds'
import type { Section } from '#reporting/papers/paper'
import { isFigure, sectionRows } from '#reporting/papers/section_rows'

/** Shows one paper of any kind, with all that hangs on it. */
export default class PapersController {
  async show({ auth, params, route, view, i18n }: HttpContext) {
    const kind = PAPERS.find(({ kind: name }) => route!.pattern.startsWith(`/papers/${name}/`))!
    const user = auth.getUserOrFail()
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    const paper = await kind.read(Number(params.id), {
      locale,
      mayIn: (permission, unitId) => user.can(permission, unitId),
    })
    return view.render('pages/papers/show', {
      paper,
      nav: kind.nav,
      isFigure,
      rowsOf: (section: Section) => sectionRows(section, locale, (key) => i18n.t(key)),
    })
  }
}
