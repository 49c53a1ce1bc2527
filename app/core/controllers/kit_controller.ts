import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { kitList } from '#core/lists/kit_list'
import listPage from '#core/lists/list_page'
import { fiscalDate, money, month } from '#core/validators'

const entry = vine.create({
  name: vine.string().minLength(3),
  status: vine.enum(['done', 'failed']),
  dueOn: fiscalDate(),
  amount: money({ min: '0.01' }),
  month: month(),
})

/** The elements of the page kit, for those who build pages. Not there in production. */
export default class KitController {
  index(ctx: HttpContext) {
    return listPage(ctx, kitList, 'pages/core/kit')
  }

  create({ view }: HttpContext) {
    return view.render('pages/core/kit_form')
  }

  async store({ request, response, session, i18n }: HttpContext) {
    await request.validateUsing(entry, { meta: { locale: i18n.locale } })
    session.flash('success', i18n.t('core.kit.saved'))
    return response.redirect().status(303).toPath('/_kit')
  }
}
