import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { waitingList } from '#reporting/waiting/waiting_list'

/** The worklist: whatever waits for the person who looks. */
export default class WaitingController {
  index(ctx: HttpContext) {
    return listPage(ctx, waitingList, 'pages/core/list', {
      title: waitingList.title,
      subtitle: 'reporting.waiting.subtitle',
      nav: 'worklist',
    })
  }
}
