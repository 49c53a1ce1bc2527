import type { HttpContext } from '@adonisjs/core/http'
import listPage from '#core/lists/list_page'
import { valuesList } from '#registry/books/lists/values_list'

/** Where assets stand in the books. */
export default class BookValuesController {
  index(ctx: HttpContext) {
    return listPage(ctx, valuesList, 'pages/core/list', {
      title: 'registry.books.values',
      subtitle: 'registry.books.values_text',
      nav: 'book_values',
    })
  }
}
