import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { List } from '#core/lists/list'
import { balanceText, statementFigures } from '#accounts/ledger/statement/figures'
import { daysAsked } from '#accounts/ledger/statement/asked'
import { statementList } from '#accounts/ledger/statement/statement_list'

/** The statement of one account (كشف حساب): its lines with a running balance. */
export default class StatementsController {
  async index(ctx: HttpContext) {
    if (ctx.request.qs().format) return listPage(ctx, statementList, 'pages/core/list')
    const list = await List.from(ctx, statementList)
    const figures = await statementFigures(list)
    return listPage(ctx, statementList, 'pages/accounts/statement/index', {
      figures: figures && {
        name: `${figures.account.code} ${ctx.i18n.locale === 'en' ? figures.account.nameEn : figures.account.nameAr}`,
        opening: balanceText(figures.opening, list.words),
        debit: figures.moved.debit,
        credit: figures.moved.credit,
        closing: balanceText(figures.closing, list.words),
      },
      unknown: !figures && list.isAnswerable && !!ctx.request.qs().account,
      days: daysAsked(ctx),
    })
  }
}
