import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { stubsList } from '#accounts/banking/lists/bank_lists'
import { answersList } from '#accounts/banking/lists/batches_list'

/** What the bank answered on orders, and the stubs of cheques. */
export default class BankAnswersController {
  index(ctx: HttpContext) {
    return listPage(ctx, answersList, 'pages/accounts/banking/answers', { nav: 'bank_answers' })
  }

  stubs(ctx: HttpContext) {
    return listPage(ctx, stubsList, 'pages/core/list', {
      title: 'accounts.banking.stubs.title',
      subtitle: 'accounts.banking.stubs.subtitle',
      nav: 'cheque_stubs',
    })
  }
}
