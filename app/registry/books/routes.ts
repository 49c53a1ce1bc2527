import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.books
const order = { param: 'id', of: 'asset_orders' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/books', [c.BookValues, 'index'])
      .as('book_values.index')
      .may('registry.books.read', 'list')
    // What a book and a method are is one for every unit: changed by who keeps the books of all of them.
    router
      .get('/depreciation-books', [c.DepreciationBooks, 'index'])
      .as('depreciation_books.index')
      .may('registry.books.read', 'none')
    router
      .post('/depreciation-books', [c.DepreciationBooks, 'store'])
      .as('depreciation_books.store')
      .may('registry.books.manage', 'everywhere')
    router
      .get('/depreciation-books/:id', [c.DepreciationBooks, 'show'])
      .where('id', number)
      .as('depreciation_books.show')
      .may('registry.books.read', 'none')
    router
      .post('/depreciation-books/:id/methods', [c.DepreciationBooks, 'addMethod'])
      .where('id', number)
      .as('depreciation_books.methods.store')
      .may('registry.books.manage', 'everywhere')
    router
      .post('/depreciation-books/:id/closure', [c.DepreciationBooks, 'close'])
      .where('id', number)
      .as('depreciation_books.closure.store')
      .may('registry.books.manage', 'everywhere')
    router
      .get('/book-values/:id', [c.BookValues, 'show'])
      .where('id', number)
      .as('book_values.show')
      .may('registry.books.read', { param: 'id', of: 'assets' })
    router
      .get('/depreciations', [c.Depreciations, 'create'])
      .as('depreciations.create')
      .may('registry.books.manage', { input: 'unit', of: 'units' })
    router
      .get('/book-orders', [c.BookOrders, 'index'])
      .as('book_orders.index')
      .may('registry.books.read', 'list')
    router
      .get('/book-orders/create', [c.BookOrders, 'create'])
      .as('book_orders.create')
      .may('registry.books.manage', 'list')
    router
      .post('/book-orders', [c.BookOrders, 'store'])
      .as('book_orders.store')
      .may('registry.books.manage', { input: 'asset_code', of: 'assets', by: 'code' })
    router
      .post('/depreciations', [c.Depreciations, 'store'])
      .as('depreciations.store')
      .may('registry.books.manage', { input: 'unit', of: 'units' })
    router
      .get('/book-orders/:id', [c.BookOrders, 'show'])
      .where('id', number)
      .as('book_orders.show')
      .may('registry.books.read', order)
    router
      .post('/book-orders/:id/decision', [c.BookOrderDecisions, 'store'])
      .as('book_order_decisions.store')
      .may('registry.books.approve', order)
    router
      .delete('/book-orders/:id/decision', [c.BookOrderDecisions, 'destroy'])
      .as('book_order_decisions.destroy')
      .may('registry.books.approve', order)
    router
      .post('/book-orders/:id/reversal', [c.Depreciations, 'reverse'])
      .as('depreciations.reverse')
      .may('registry.books.manage', order)
    router
      .post('/book-orders/:id/withdrawal', [c.BookOrderDecisions, 'withdraw'])
      .as('book_order_decisions.withdraw')
      .may('registry.books.manage', order)
  })
  .prefix('registry')
  .as('registry')
