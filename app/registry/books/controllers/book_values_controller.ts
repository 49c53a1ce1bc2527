import type { HttpContext } from '@adonisjs/core/http'
import { isDay, today } from '#core/days'
import type { Locale } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import Asset from '#registry/models/asset'
import { valuesList } from '#registry/books/lists/values_list'
import { scheduleOf } from '#registry/books/queries/schedule'
import { valueAsOf } from '#registry/books/queries/value_as_of'

/** Where assets stand in the books. */
export default class BookValuesController {
  index(ctx: HttpContext) {
    return listPage(ctx, valuesList, 'pages/core/list', {
      title: 'registry.books.values',
      subtitle: 'registry.books.values_text',
      nav: 'book_values',
    })
  }

  /** One asset: what it stood at on a day in each book, and the years of the book that is chosen. */
  async show({ auth, params, request, view, i18n }: HttpContext) {
    const asset = await Asset.visibleTo(auth.getUserOrFail())
      .where('assets.id', params.id)
      .firstOrFail()
    const { on: asked, book } = request.qs()
    const on = isDay(asked) ? asked : today()
    const values = await valueAsOf(Number(asset.id), on, i18n.locale as Locale)
    const chosen = values.find(({ bookId }) => bookId === Number(book)) ?? values[0] ?? null
    const years = chosen ? await scheduleOf(Number(asset.id), chosen.bookId) : []
    return view.render('pages/registry/books/value', { asset, on, values, chosen, years })
  }
}
