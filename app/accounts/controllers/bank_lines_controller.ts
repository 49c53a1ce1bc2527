import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { bankLinesList } from '#accounts/lists/bank_lines_list'

/** Lists the lines of bank statements. */
export default class BankLinesController {
  index(ctx: HttpContext) {
    return listPage(ctx, bankLinesList, 'pages/core/list', {
      title: 'accounts.bank_lines.title',
      subtitle: 'accounts.bank_lines.subtitle',
      nav: 'bank',
    })
  }
}
