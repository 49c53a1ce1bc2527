import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { month } from '#core/validators'
import { folioFigures, folioLines } from '#accounts/books/folio'
import KeepFolio from '#accounts/books/keep_folio'
import { FOLIO_TONES, foliosList } from '#accounts/books/lists/folios_list'
import { folioPage } from '#accounts/books/papers/folio_page'
import { folioPaper } from '#accounts/books/papers/folio_paper'
import { namesOf } from '#accounts/books/papers/people'
import { sendPaper } from '#accounts/books/papers/write_paper'
import AccountBook from '#accounts/models/account_book'
import BookFolio from '#accounts/models/book_folio'

const opened = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  book_id: vine.number().positive().withoutDecimals(),
  month: month(),
})
/** Accounts of book 10 beside one another on paper. */
const ON_PAPER = 7

/** Books of an accounting unit (الدفاتر): their folios, one of them, its paper, and a new one. */
export default class FoliosController {
  index(ctx: HttpContext) {
    return listPage(ctx, foliosList, 'pages/accounts/books/index', { nav: 'books' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/books/create', {
      unit: await unitChoice(ctx, 'accounts.books.manage'),
      books: await AccountBook.query().whereNull('valid_to').orderBy('sort_order'),
    })
  }

  async store({ request, response }: HttpContext) {
    const said = await request.validateUsing(opened)
    const place = { bookId: said.book_id, unitId: said.unit_id, month: said.month }
    const { id } = await new KeepFolio().open(place)
    return response.redirect().toPath(`/accounts/folios/${id}`)
  }

  async show({ auth, i18n, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    const folio = await folioOf(user, params.id)
    const { figures, tables, differs, isLong } = await folioPage(folio, locale, {
      trx: db as never,
    })
    const may = (permission: 'manage' | 'control') =>
      user.can(`accounts.books.${permission}`, folio.unitId)
    const isFrozen = folio.status !== 'open'
    return view.render('pages/accounts/books/show', {
      ...{ folio, figures, tables, differs, isLong, tones: FOLIO_TONES },
      names: await namesOf([folio.closedBy, folio.auditedBy]),
      may: {
        close: folio.status === 'open' && may('manage'),
        audit: folio.status === 'closed' && may('control') && folio.closedBy !== user.id,
        reopen: isFrozen && may('control'),
      },
    })
  }

  async print(ctx: HttpContext) {
    const folio = await folioOf(ctx.auth.getUserOrFail(), ctx.params.id)
    const { request } = ctx
    const url = `${request.protocol()}://${request.host()}/accounts/folios/${folio.id}`
    const across = request.qs().format === 'xlsx' ? undefined : ON_PAPER
    const printed = { folio, url, across, ...(await read(folio)) }
    await sendPaper(ctx, await folioPaper(printed, { trx: db as never }))
  }
}

function folioOf(user: Parameters<typeof BookFolio.visibleTo>[0], id: number) {
  return BookFolio.visibleTo(user)
    .where('book_folios.id', id)
    .preload('book')
    .preload('unit')
    .firstOrFail()
}

async function read({ book, unitId, period }: BookFolio) {
  const place = { unitId, month: period }
  const figures = await folioFigures(book, place, { trx: db as never })
  return { figures, lines: await folioLines(book, place, { trx: db as never }) }
}
