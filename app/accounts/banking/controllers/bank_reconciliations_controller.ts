import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import { MEDIA } from '#core/sheets/media'
import { money, month } from '#core/validators'
import { sendMadeFile } from '#core/web/made_file'
import { reconciliationsList } from '#accounts/banking/lists/bank_lists'
import { RECONCILIATION_TONES } from '#accounts/banking/lists/tones'
import { accountChoices, accountNamed } from '#accounts/banking/queries'
import { shownFigures } from '#accounts/banking/reconciliation/frozen'
import { printReconciliation } from '#accounts/banking/reconciliation/paper'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import { writeReconciliationSheet } from '#accounts/banking/reconciliation/sheet'
import { namesOf } from '#accounts/books/papers/people'
import BankReconciliation from '#accounts/models/bank_reconciliation'

const form = vine.create({
  bank_account_id: vine.number().positive().withoutDecimals(),
  month: month(),
  balance: money({ negative: true }).optional(),
  statement_no: vine.string().trim().maxLength(40).optional(),
})

/** Reconciliation statements of bank accounts: the list, one, on paper and as a sheet, and a new one. */
export default class BankReconciliationsController {
  index(ctx: HttpContext) {
    const page = 'pages/accounts/banking/reconciliations'
    return listPage(ctx, reconciliationsList, page, { nav: 'bank_reconciliations' })
  }

  async create({ auth, request, view }: HttpContext) {
    const choices = await accountChoices(auth.getUserOrFail(), 'accounts.bank.manage')
    const asked = request.only(['bank_account_id', 'month'])
    return view.render('pages/accounts/banking/reconciliation_form', { choices, asked })
  }

  async store({ auth, request, response }: HttpContext) {
    const said = await request.validateUsing(form)
    const { bank_account_id: bankAccountId, month: of, balance, statement_no: statementNo } = said
    const { id } = await new ReconcileBank().prepare(
      { bankAccountId, month: of, balance, statementNo },
      { by: auth.getUserOrFail(), requestId: request.id() }
    )
    return response.redirect().status(303).toPath(`/accounts/banking/reconciliations/${id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const shown = await read(user, params.id)
    const { status, unitId, firstSignedBy, secondSignedBy } = shown.one
    const controls = status === 'signed' && user.can('accounts.books.control', unitId)
    return view.render('pages/accounts/banking/reconciliation', {
      ...{ ...shown, tones: RECONCILIATION_TONES },
      names: await namesOf([firstSignedBy, secondSignedBy]),
      may: {
        sign: status === 'draft' && user.can('accounts.bank.manage', unitId),
        close: controls && firstSignedBy !== user.id,
        giveBack: controls,
      },
    })
  }

  async print(ctx: HttpContext) {
    const shown = await read(ctx.auth.getUserOrFail(), ctx.params.id)
    const { one } = shown
    const url = `${ctx.request.protocol()}://${ctx.request.host()}/accounts/banking/reconciliations/${one.id}`
    const names = await namesOf([one.firstSignedBy, one.secondSignedBy])
    const file = { type: MEDIA.pdf, name: `bank-reconciliation-${one.id}.pdf`, inline: true }
    await sendMadeFile(ctx, file, (output) => printReconciliation({ ...shown, names, url }, output))
  }

  async sheet(ctx: HttpContext) {
    const shown = await read(ctx.auth.getUserOrFail(), ctx.params.id)
    const file = { type: MEDIA.xlsx, name: `bank-reconciliation-${shown.one.id}.xlsx` }
    await sendMadeFile(ctx, file, (output) => writeReconciliationSheet(shown, output))
  }
}

async function read(user: Parameters<typeof BankReconciliation.visibleTo>[0], id: number) {
  const one = await BankReconciliation.visibleTo(user)
    .where('bank_reconciliations.id', id)
    .preload('unit')
    .firstOrFail()
  const account = await accountNamed(one.bankAccountId)
  return { one, account, figures: await shownFigures(one, db as never) }
}
