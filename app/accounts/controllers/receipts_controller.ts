import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { receiptsList } from '#accounts/lists/receipts_list'

/** Lists receipts. */
export default class ReceiptsController {
  index(ctx: HttpContext) {
    return listPage(ctx, receiptsList, 'pages/core/list', {
      title: 'accounts.receipts.title',
      subtitle: 'accounts.receipts.subtitle',
      nav: 'receipts',
    })
  }
}
