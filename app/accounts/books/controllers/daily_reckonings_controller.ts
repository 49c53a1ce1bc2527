import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { fiscalDate } from '#core/validators'
import { DAILY_SIGNATURES } from '#accounts/books/daily/daily_steps'
import { formsOf, settlementsOf } from '#accounts/books/daily/day_papers'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import { DAILY_TONES, dailyReckoningsList } from '#accounts/books/lists/daily_reckonings_list'
import { dailyPaper, dailyTables } from '#accounts/books/papers/daily_paper'
import { pageTable } from '#accounts/books/papers/page_table'
import { namesOf } from '#accounts/books/papers/people'
import { sendPaper } from '#accounts/books/papers/write_paper'
import DailyReckoning from '#accounts/models/daily_reckoning'

const prepared = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  day: fiscalDate({ notAfterToday: true }),
})

/** Form 69 (الحسبة اليومية): the days, one of them with its signatures, its paper, and a new one. */
export default class DailyReckoningsController {
  index(ctx: HttpContext) {
    const page = 'pages/accounts/daily_reckonings/index'
    return listPage(ctx, dailyReckoningsList, page, { nav: 'daily_reckonings' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/daily_reckonings/create', {
      unit: await unitChoice(ctx, 'accounts.books.manage'),
      today: today(),
    })
  }

  async store({ auth, request, response }: HttpContext) {
    const said = await request.validateUsing(prepared)
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    const { id } = await new PrepareDaily().handle({ unitId: said.unit_id, day: said.day }, by)
    return response.redirect().toPath(`/accounts/daily-reckonings/${id}`)
  }

  async show({ auth, i18n, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const reckoning = await reckoningOf(user, params.id)
    const { unitId, status, madeBy, cashierBy, accountantBy, headBy } = reckoning
    const signature = DAILY_SIGNATURES[status as keyof typeof DAILY_SIGNATURES]
    const others =
      signature?.step === 'accountant' ? [cashierBy] : [madeBy, cashierBy, accountantBy]
    const locale = i18n.locale === 'en' ? 'en' : 'ar'
    return view.render('pages/accounts/daily_reckonings/show', {
      ...{ reckoning, tones: DAILY_TONES, waitsFor: signature?.step ?? null },
      tables: dailyTables(await read(reckoning), locale).map((table) =>
        pageTable(table, { locale })
      ),
      names: await namesOf([cashierBy, accountantBy, headBy]),
      may: {
        make: status === 'draft' && user.can('accounts.books.manage', unitId),
        sign:
          signature !== undefined &&
          user.can(signature.permission, unitId) &&
          !others.includes(user.id),
        withdraw: status === 'signed' && user.can('accounts.books.control', unitId),
      },
    })
  }

  async print(ctx: HttpContext) {
    const reckoning = await reckoningOf(ctx.auth.getUserOrFail(), ctx.params.id)
    const { request } = ctx
    const url = `${request.protocol()}://${request.host()}/accounts/daily-reckonings/${reckoning.id}`
    await sendPaper(ctx, await dailyPaper({ ...(await read(reckoning)), url }))
  }
}

function reckoningOf(user: Parameters<typeof DailyReckoning.visibleTo>[0], id: number) {
  return DailyReckoning.visibleTo(user)
    .where('daily_reckonings.id', id)
    .preload('unit')
    .firstOrFail()
}

async function read(reckoning: DailyReckoning) {
  const asked = { unitId: reckoning.unitId, day: reckoning.day }
  const forms = await formsOf(asked, { trx: db as never })
  return { reckoning, forms, settlements: await settlementsOf(asked, { trx: db as never }) }
}
