import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import { Month } from '#core/fiscal'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import { month } from '#core/validators'
import Unit from '#identity/models/unit'
import FundShare from '#budget/models/fund_share'
import ProposeShare from '#budget/funds/propose_share'
import { SHARE_TONES, sharesList } from '#budget/funds/shares_list'

const MANAGE = 'budget.plan.manage'
const id = () => vine.number().positive().withoutDecimals()
const form = vine.create({ unit_id: id(), fund_id: id(), month: month() })

/** The treasury's share of the revenue of special funds: the list, a new one, and one of them. */
export default class FundSharesController {
  index(ctx: HttpContext) {
    return listPage(ctx, sharesList, 'pages/budget/funds/index')
  }

  async create(ctx: HttpContext) {
    const name = `name_${ctx.i18n.locale}`
    const funds = await db
      .from('budget_codes')
      .where({ axis: 'fund', is_postable: 1 })
      .whereNot('code', '00')
      .whereNull('valid_to')
      .orderBy('code')
      .select('id as value', db.raw(`CONCAT(code, ' ', ${name}) AS label`))
    return ctx.view.render('pages/budget/funds/create', {
      funds,
      unit: await unitChoice(ctx, MANAGE),
      month: Month.current().previous().toString(),
    })
  }

  async store({ auth, request, response, session, i18n }: HttpContext) {
    const said = await request.validateUsing(form)
    const user = auth.getUserOrFail()
    const share = await new ProposeShare().handle(
      { unitId: said.unit_id, fundId: said.fund_id, month: said.month },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    session.flash('success', i18n.t('budget.funds.shares.proposed', { no: share.label }))
    return response.redirect().status(303).toPath(`/budget/fund-shares/${share.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const share = await FundShare.visibleTo(user)
      .where('fund_shares.id', params.id)
      .preload('fund')
      .firstOrFail()
    const { unitId, madeBy, approvedBy, status } = share
    const people = [madeBy, approvedBy].filter((one) => one !== null)
    const rows = await db.from('users').whereIn('id', people).select('id', 'full_name as name')
    const names = new Map(rows.map((row) => [Number(row.id), String(row.name)]))
    const waits = status === 'proposed'
    return view.render('pages/budget/funds/show', {
      ...{ share, names, today: today(), unit: await Unit.findOrFail(unitId) },
      percent: `${String(Number(share.rate) * 100)}%`,
      tone: SHARE_TONES[status as keyof typeof SHARE_TONES],
      may: {
        decide: waits && user.can('budget.plan.approve', unitId) && madeBy !== user.id,
        withdraw: waits && user.can(MANAGE, unitId),
        ledger: user.can('accounts.ledger.read', unitId),
      },
    })
  }
}
