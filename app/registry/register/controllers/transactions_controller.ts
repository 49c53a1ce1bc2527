import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { wordsOf } from '#core/lists/list'
import listPage from '#core/lists/list_page'
import { documentsOf } from '#registry/documents/queries'
import { hasSent } from '#registry/forms/drafts'
import RegisterTransaction from '#registry/models/register_transaction'
import {
  STATUS_TONES,
  transactionsList,
  waitingList,
} from '#registry/register/lists/transactions_list'
import { transactionPage } from '#registry/register/queries/transaction_page'
import { visibleTransactions } from '#registry/register/queries/visible_transactions'

/** معاملات السجل: all of them, those that wait for a decision, and one with its differences. */
export default class TransactionsController {
  index(ctx: HttpContext) {
    return listPage(ctx, transactionsList, 'pages/registry/transactions/index', {
      nav: 'transactions',
    })
  }

  waiting(ctx: HttpContext) {
    return listPage(ctx, waitingList, 'pages/registry/transactions/waiting', { nav: 'waiting' })
  }

  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const change = await visibleTransactions(RegisterTransaction.query(), user)
      .where('register_transactions.id', ctx.params.id)
      .preload('unit')
      .preload('maker')
      .preload('decider')
      .firstOrFail()
    // Spatial questions are asked inside a transaction only.
    const page = await db.transaction((trx) =>
      transactionPage(change, { user, words: wordsOf(ctx), trx })
    )
    return ctx.view.render('pages/registry/transactions/show', {
      ...page,
      documents: await documentsOf(
        { type: 'transaction', id: change.id },
        { restricted: user.can('registry.restricted.read', change.unitId) }
      ),
      mayTakeUp:
        ['refused', 'withdrawn'].includes(change.status) && (await hasSent(user.id, change.id)),
      tones: STATUS_TONES,
      day0: today(),
    })
  }
}
