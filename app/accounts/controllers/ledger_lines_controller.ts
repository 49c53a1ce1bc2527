import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { ledgerLinesList } from '#accounts/lists/ledger_lines_list'

/** Lists lines of the ledger. */
export default class LedgerLinesController {
  index(ctx: HttpContext) {
    return listPage(ctx, ledgerLinesList, 'pages/core/list', {
      title: 'accounts.ledger_lines.title',
      subtitle: 'accounts.ledger_lines.subtitle',
      nav: 'ledger',
    })
  }
}
