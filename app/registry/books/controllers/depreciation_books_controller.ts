import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { classTree } from '#registry/classes/change_class'
import { booksList } from '#registry/books/lists/books_list'
import { methodsList } from '#registry/books/lists/methods_list'
import AddMethod from '#registry/books/setup/add_method'
import KeepBooks from '#registry/books/setup/keep_books'
import { bookForm, closureForm, methodForm } from '#registry/books/validators'

const PAGE = '/registry/depreciation-books'

/** دفاتر الإهلاك: the books, their dated methods, a further book, and the closing of one. */
export default class DepreciationBooksController {
  index(ctx: HttpContext) {
    return listPage(ctx, booksList, 'pages/registry/books/books', { mayKeep: keeps(ctx) })
  }

  async show(ctx: HttpContext) {
    const book = await db.from('depreciation_books').where('id', ctx.params.id).firstOrFail()
    const classes = await classTree(ctx.i18n.locale as 'ar' | 'en')
    return listPage(ctx, methodsList(Number(book.id)), 'pages/registry/books/book', {
      book,
      classes,
      today: today(),
      mayKeep: keeps(ctx) && !book.closed_on,
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const typed = await request.validateUsing(bookForm)
    const id = await new KeepBooks().open(
      {
        code: typed.code,
        nameAr: typed.name_ar,
        nameEn: typed.name_en,
        legalReference: typed.legal_reference,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('registry.books.book_opened'))
    return response.redirect().status(303).toPath(`${PAGE}/${id}`)
  }

  async addMethod({ auth, params, request, response, session, i18n }: HttpContext) {
    const typed = await request.validateUsing(methodForm)
    await new AddMethod().handle(
      Number(params.id),
      {
        classCode: typed.class_code,
        method: typed.method,
        lifeMonths: typed.life_months,
        yearlyRate: typed.yearly_rate,
        salvageShare: typed.salvage_share,
        validFrom: typed.valid_from,
        legalReference: typed.legal_reference,
        confirmed: typed.confirmed ?? false,
      },
      { by: auth.getUserOrFail().asActor(request.id()) }
    )
    session.flash('success', i18n.t('registry.books.method_added'))
    return response.redirect().status(303).toPath(`${PAGE}/${params.id}`)
  }

  async close({ auth, params, request, response, session, i18n }: HttpContext) {
    const { closed_on: on, reason } = await request.validateUsing(closureForm)
    const by = auth.getUserOrFail().asActor(request.id())
    await new KeepBooks().close(Number(params.id), on, { by, reason })
    session.flash('success', i18n.t('registry.books.book_closed'))
    return response.redirect().status(303).toPath(`${PAGE}/${params.id}`)
  }
}

/** Books are one for the whole house: kept by who may at the head of the tree. */
function keeps({ auth }: HttpContext): boolean {
  return auth.getUserOrFail().unitIds('registry.books.manage') === 'all'
}
