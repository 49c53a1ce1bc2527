import { errors, type HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import { FiscalYear } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import { readUnit, unitChoice } from '#core/lists/unit_choice'
import { carriedCommitments } from '#accounts/books/carried_commitments'
import CloseYear from '#accounts/books/close_year'
import { finalAccount, standing } from '#accounts/books/final_account'
import { CLOSING_TONES, yearClosingsList } from '#accounts/books/lists/year_closings_list'
import { finalAccountPaper } from '#accounts/books/papers/final_account_paper'
import { namesOf } from '#accounts/books/papers/people'
import { sendPaper } from '#accounts/books/papers/write_paper'
import { readiness } from '#accounts/books/year_checks'
import YearClosing from '#accounts/models/year_closing'

const closed = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  fiscal_year: vine
    .string()
    .regex(/^\d{4}\/\d{4}$/)
    .transform((text) => FiscalYear.of(text)),
})
const undone = vine.create({ reason: vine.string().trim().minLength(3).maxLength(500) })
const approved = vine.create({ decision_no: vine.string().trim().minLength(1).maxLength(60) })

/** Final accounts (الحسابات الختامية): a year closed, seen, undone or approved. */
export default class YearClosingsController {
  index(ctx: HttpContext) {
    const page = 'pages/accounts/year_closings/index'
    return listPage(ctx, yearClosingsList, page, { nav: 'year_closings' })
  }

  async create(ctx: HttpContext) {
    const now = FiscalYear.current()
    const asked = 'fiscal_year' in ctx.request.qs() ? await askedYear(ctx) : null
    return ctx.view.render('pages/accounts/year_closings/create', {
      unit: await unitChoice(ctx, 'accounts.books.approve'),
      years: [now.previous(), now.previous().previous(), now].map(({ label }) => label),
      asked,
      obstacles: asked ? await db.transaction((trx) => readiness(asked, trx)) : [],
    })
  }

  async store(ctx: HttpContext) {
    const { unit_id: unitId, fiscal_year: year } = await ctx.request.validateUsing(closed)
    const { id } = await new CloseYear().close({ unitId, year }, doing(ctx))
    return ctx.response.redirect().toPath(`/accounts/year-closings/${id}`)
  }

  async show(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const closing = await closingOf(ctx)
    const waits = closing.status === 'closed'
    return ctx.view.render('pages/accounts/year_closings/show', {
      ...{ closing, standing, tones: CLOSING_TONES, account: await accountOf(closing) },
      carried: await carriedOf(closing),
      names: await namesOf([closing.closedBy, closing.approvedBy]),
      may: {
        undo: waits && user.can('accounts.books.approve', closing.unitId),
        approve:
          waits &&
          user.can('accounts.books.endorse', closing.unitId) &&
          closing.closedBy !== user.id,
      },
    })
  }

  async undo(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(undone)
    await new CloseYear().undo(Number(ctx.params.id), { reason, ...doing(ctx) })
    return back(ctx)
  }

  async approve(ctx: HttpContext) {
    const { decision_no: decisionNo } = await ctx.request.validateUsing(approved)
    await new CloseYear().approve(Number(ctx.params.id), { decisionNo, ...doing(ctx) })
    return back(ctx)
  }

  async print(ctx: HttpContext) {
    const closing = await closingOf(ctx)
    const { request } = ctx
    const url = `${request.protocol()}://${request.host()}/accounts/year-closings/${closing.id}`
    const account = await accountOf(closing)
    const carried = await carriedOf(closing)
    await sendPaper(ctx, await finalAccountPaper({ closing, account, carried, url }))
  }
}

/** The unit and year that somebody asks about; only units whose years he may close. */
async function askedYear(ctx: HttpContext) {
  await readUnit(ctx, 'unit_id', ['accounts.books.approve'])
  const { unit_id: unitId, fiscal_year: year } = await ctx.request.validateUsing(closed)
  if (!ctx.auth.getUserOrFail().can('accounts.books.approve', unitId)) {
    throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
  }
  return { unitId, year }
}

const accountOf = ({ unitId, fiscalYear }: YearClosing) =>
  finalAccount({ unitId, year: FiscalYear.of(fiscalYear) }, { trx: db as never })

const carriedOf = ({ unitId, fiscalYear }: YearClosing) =>
  carriedCommitments({ unitId, year: FiscalYear.of(fiscalYear) }, { trx: db as never })

const closingOf = ({ auth, params }: HttpContext) =>
  YearClosing.visibleTo(auth.getUserOrFail())
    .where('year_closings.id', params.id)
    .preload('unit')
    .firstOrFail()

const doing = ({ auth, request }: HttpContext) => ({
  by: auth.getUserOrFail(),
  requestId: request.id(),
})

function back({ params, response }: HttpContext) {
  return response.redirect().status(303).toPath(`/accounts/year-closings/${params.id}`)
}
