import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/domain_error'
import { wordsOf } from '#core/lists/list'
import { answerSketch, ownAddress } from '#registry/geo/sketch/answer'
import RegisterTransaction from '#registry/models/register_transaction'
import { proposedSketch } from '#registry/register/proposed_sketch'
import { visibleTransactions } from '#registry/register/queries/visible_transactions'

/** The sketch of a parcel as a transaction makes it (`?of=2`: the second asset of its page). */
export default class ProposedSketchesController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const change = await visibleTransactions(RegisterTransaction.query(), user)
      .where('register_transactions.id', ctx.params.id)
      .preload('unit')
      .firstOrFail()
    const number = Number(ctx.request.qs().of ?? 1)
    const path = `/registry/transactions/${change.id}`
    const [words, url] = [wordsOf(ctx), ownAddress(ctx, path)]
    const subject = await db
      .transaction((trx) => proposedSketch(change, number, { reader: user, words, url, trx }))
      .catch((error) => {
        // A proposal on what has changed since may no longer be readable; its page says why.
        if (error instanceof DomainError) return null
        throw error
      })
    return answerSketch(ctx, subject, {
      back: { label: change.label, url: path },
      file: `sketch-transaction-${change.id}-${number}`,
    })
  }
}
