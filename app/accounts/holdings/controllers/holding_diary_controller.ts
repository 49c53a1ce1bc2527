import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { diaryList } from '#accounts/holdings/lists/diary_list'

/** ما يوشك أن ينتهي: notices that the nightly job raised and nobody has answered by an act. */
export default class HoldingDiaryController {
  index(ctx: HttpContext) {
    return listPage(ctx, diaryList, 'pages/core/list', {
      title: diaryList.title,
      subtitle: 'accounts.holdings.diary.subtitle',
      nav: 'holding_diary',
    })
  }
}
