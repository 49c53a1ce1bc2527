import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import { carriedCommitments } from '#accounts/books/carried_commitments'
import CloseYear from '#accounts/books/close_year'
import { finalAccount } from '#accounts/books/final_account'
import { CLOSING_TONES, yearClosingsList } from '#accounts/books/lists/year_closings_list'
import { backTo, doing } from '#accounts/books/paper_steps'
import { finalAccountPaper } from '#accounts/books/papers/final_account_paper'
import { finalTables } from '#accounts/books/papers/final_tables'
import { pageTable } from '#accounts/books/papers/page_table'
import { namesOf } from '#accounts/books/papers/people'
import { sendPaper } from '#accounts/books/papers/write_paper'
import { rolledLines } from '#accounts/books/roll_over'
import { yearApproved, yearAsked, yearUndone } from '#accounts/books/year_form'
import YearClosing from '#accounts/models/year_closing'

const back = backTo('/accounts/year-closings')

/** Final accounts (الحسابات الختامية): a year closed, seen, undone or approved. */
export default class YearClosingsController {
  index(ctx: HttpContext) {
    const page = 'pages/accounts/year_closings/index'
    return listPage(ctx, yearClosingsList, page, { nav: 'year_closings' })
  }

  async store(ctx: HttpContext) {
    const { unit_id: unitId, fiscal_year: year } = await ctx.request.validateUsing(yearAsked)
    const { id } = await new CloseYear().close({ unitId, year }, doing(ctx))
    return ctx.response.redirect().toPath(`/accounts/year-closings/${id}`)
  }

  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const closing = await closingOf(ctx)
    const { unitId, closedBy, approvedBy } = closing
    const waits = closing.status === 'closed'
    const locale = ctx.i18n.locale === 'en' ? 'en' : 'ar'
    const shown = await read(closing)
    return ctx.view.render('pages/accounts/year_closings/show', {
      ...{ closing, tones: CLOSING_TONES, surplus: shown.account.surplus },
      tables: finalTables(shown, locale).map((table) => pageTable(table, { locale })),
      names: await namesOf([closedBy, approvedBy]),
      may: {
        undo: waits && user.can('accounts.books.approve', unitId),
        approve: waits && user.can('accounts.books.endorse', unitId) && closedBy !== user.id,
      },
    })
  }

  async undo(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(yearUndone)
    await new CloseYear().undo(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }

  async approve(ctx: HttpContext) {
    const { decision_no: decisionNo } = await ctx.request.validateUsing(yearApproved)
    await new CloseYear().approve(Number(ctx.params.id), { decisionNo, ...doing(ctx) })
    return back(ctx)
  }

  async print(ctx: HttpContext) {
    const closing = await closingOf(ctx)
    const { request } = ctx
    const url = `${request.protocol()}://${request.host()}/accounts/year-closings/${closing.id}`
    await sendPaper(ctx, await finalAccountPaper({ closing, url, ...(await read(closing)) }))
  }
}

async function read({ id, unitId, fiscalYear }: YearClosing) {
  const asked = { unitId, year: FiscalYear.of(fiscalYear) }
  const reading = { trx: db as never }
  const account = await finalAccount(asked, reading)
  const carried = await carriedCommitments(asked, reading)
  return { account, carried, rolled: await rolledLines(id, reading) }
}

const closingOf = ({ auth, params }: HttpContext) =>
  YearClosing.visibleTo(auth.getUserOrFail())
    .where('year_closings.id', params.id)
    .preload('unit')
    .firstOrFail()
