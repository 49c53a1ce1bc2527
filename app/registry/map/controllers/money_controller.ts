import type { HttpContext } from '@adonisjs/core/http'
import { moneyOnTheMap } from '#registry/map/money'

/** المال على الخريطة: idle assets and those held over, ranked by what they could bring or owe. */
export default class MoneyController {
  async show({ auth, view, i18n }: HttpContext) {
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    return view.render('pages/registry/map/money', {
      ...(await moneyOnTheMap(auth.getUserOrFail(), locale)),
    })
  }
}
