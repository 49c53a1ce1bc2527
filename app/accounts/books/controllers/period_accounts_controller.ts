import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { month } from '#core/validators'
import { unreckonedDays } from '#accounts/books/daily/unreckoned_days'
import { totalsOf } from '#accounts/books/figures'
import { PERIOD_TONES, periodAccountsList } from '#accounts/books/lists/period_accounts_list'
import { namesOf } from '#accounts/books/papers/people'
import { periodAccountPaper } from '#accounts/books/papers/period_account_paper'
import { sendPaper } from '#accounts/books/papers/write_paper'
import PreparePeriodAccount from '#accounts/books/period_account'
import { differencesOf } from '#accounts/books/period_account_differences'
import { linesOf } from '#accounts/books/period_account_lines'
import { SIGNATURES } from '#accounts/books/sign_period_account'
import { SIGNED_STATES } from '#accounts/books/withdraw_period_account'
import PeriodAccount from '#accounts/models/period_account'

const prepared = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  span: vine.enum(['month', 'quarter', 'year']),
  month: month(),
})

/** Form 75: the accounts of periods, one of them with its signatures, its paper, and a new one. */
export default class PeriodAccountsController {
  index(ctx: HttpContext) {
    const page = 'pages/accounts/period_accounts/index'
    return listPage(ctx, periodAccountsList, page, { nav: 'period_accounts' })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('pages/accounts/period_accounts/create', {
      unit: await unitChoice(ctx, 'accounts.books.manage'),
    })
  }

  async store({ auth, request, response }: HttpContext) {
    const said = await request.validateUsing(prepared)
    const asked = { unitId: said.unit_id, span: said.span, month: said.month } as const
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    const { id } = await new PreparePeriodAccount().prepare(asked, by)
    return response.redirect().toPath(`/accounts/period-accounts/${id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const account = await accountOf(user, params.id)
    const lines = await linesOf(account.id, { trx: db as never })
    const { submittedBy, controllerBy, managerBy, headBy } = account
    const people = [submittedBy, controllerBy, managerBy, headBy]
    const signature = SIGNATURES[account.status as keyof typeof SIGNATURES]
    const isTurn = signature !== undefined && user.can(signature.permission, account.unitId)
    const isSigned = SIGNED_STATES.includes(account.status as never)
    return view.render('pages/accounts/period_accounts/show', {
      differences:
        account.status === 'draft' ? [] : await differencesOf(account, { trx: db as never }),
      days: await unreckonedDays(
        { unitId: account.unitId, first: account.firstDay, last: account.lastDay },
        { trx: db as never }
      ),
      ...{ account, lines, totals: totalsOf(lines), tones: PERIOD_TONES },
      names: await namesOf(people),
      waitsFor: signature?.step ?? null,
      may: {
        submit: account.status === 'draft' && user.can('accounts.books.manage', account.unitId),
        sign: isTurn && !people.includes(user.id),
        withdraw: isSigned && user.can('accounts.books.endorse', account.unitId),
      },
    })
  }

  async print(ctx: HttpContext) {
    const account = await accountOf(ctx.auth.getUserOrFail(), ctx.params.id)
    const lines = await linesOf(account.id, { trx: db as never })
    const { request } = ctx
    const url = `${request.protocol()}://${request.host()}/accounts/period-accounts/${account.id}`
    await sendPaper(ctx, await periodAccountPaper({ account, lines, url }))
  }
}

function accountOf(user: Parameters<typeof PeriodAccount.visibleTo>[0], id: number) {
  return PeriodAccount.visibleTo(user).where('period_accounts.id', id).preload('unit').firstOrFail()
}
