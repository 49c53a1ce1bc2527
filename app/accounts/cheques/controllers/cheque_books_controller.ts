import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import listPage from '#core/lists/list_page'
import { visible } from '#identity/access/visible'
import ChequeStock from '#accounts/cheques/cheque_stock'
import { chequeBooksList } from '#accounts/cheques/lists/cheque_books_list'
import { leavesOf } from '#accounts/cheques/queries/leaves_of'
import { bookForm } from '#accounts/cheques/validators'
import { makerOf } from '#accounts/hands'
import { historyOf } from '#accounts/holdings/history'
import ChequeBook from '#accounts/models/cheque_book'

const READ = 'accounts.safes.read'
const MANAGE = 'accounts.safes.manage'

/** دفاتر الشيكات: the stock, one book with its leaves, and a book received from the bank. */
export default class ChequeBooksController {
  index(ctx: HttpContext) {
    const nav = 'cheque_books'
    return listPage(ctx, chequeBooksList, 'pages/accounts/cheques/index', { nav })
  }

  async create({ auth, view }: HttpContext) {
    const accounts = await visible(
      db.from('bank_accounts').whereNull('closed_on'),
      auth.getUserOrFail(),
      MANAGE
    ).orderBy('name_ar')
    return view.render('pages/accounts/cheques/create', {
      accounts: accounts.map(({ id, name_ar: name, account_no: no }) => ({
        value: id,
        label: `${name} – ${no}`,
      })),
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, session, i18n } = ctx
    const said = await request.validateUsing(bookForm)
    const book = await new ChequeStock().receive(
      { bankAccountId: said.bank_account_id, firstNo: said.first_no, lastNo: said.last_no },
      makerOf(ctx)
    )
    session.flash(
      'success',
      i18n.t('accounts.cheques.received', { first: book.firstNo, last: book.lastNo })
    )
    return response.redirect().status(303).toPath(`/accounts/cheque-books/${book.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const book = await ChequeBook.visibleTo(user).where('cheque_books.id', params.id).firstOrFail()
    const manages = user.can(MANAGE, book.unitId)
    return view.render('pages/accounts/cheques/show', {
      book,
      account: await db.from('bank_accounts').where('id', book.bankAccountId).firstOrFail(),
      ...(await leavesOf(book.id)),
      history: await historyOf({ type: 'cheque_book', id: book.id }, user, READ),
      may: {
        issue: manages && !book.issuedOn && !book.withdrawnOn,
        endLeaf: manages,
        withdraw: manages && !book.withdrawnOn,
      },
    })
  }
}
