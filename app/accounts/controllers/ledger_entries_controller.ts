import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { ledgerEntriesList } from '#accounts/lists/ledger_entries_list'

/** Lists the entries of the ledger. */
export default class LedgerEntriesController {
  index(ctx: HttpContext) {
    return listPage(ctx, ledgerEntriesList, 'pages/core/list', {
      title: 'accounts.ledger_entries.title',
      subtitle: 'accounts.ledger_entries.subtitle',
      nav: 'ledger_entries',
    })
  }
}
