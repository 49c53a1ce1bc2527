import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { changesList } from '#registry/encroachments/lists/changes_list'

/** What the system of spatial changes reported (المتغيرات المكانية), and what became of it. */
export default class SpatialChangesController {
  index(ctx: HttpContext) {
    return listPage(ctx, changesList, 'pages/registry/cases/brought', {
      title: 'registry.cases.changes.title',
      subtitle: 'registry.cases.changes.subtitle',
      nav: 'spatial_changes',
      bring: { text: 'registry.cases.changes.import', kind: 'spatial-changes' },
    })
  }
}
