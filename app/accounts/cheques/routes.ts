import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.cheques
const book = { param: 'id', of: 'cheque_books' } as const
const number = router.matchers.number()
const READ = 'accounts.safes.read'
const MANAGE = 'accounts.safes.manage'

router
  .group(() => {
    router.get('/cheque-books', [c.ChequeBooks, 'index']).as('cheque_books.index').may(READ, 'list')
    router
      .get('/cheque-books/create', [c.ChequeBooks, 'create'])
      .as('cheque_books.create')
      .may(MANAGE, 'list')
    router
      .post('/cheque-books', [c.ChequeBooks, 'store'])
      .as('cheque_books.store')
      .may(MANAGE, { input: 'bank_account_id', of: 'bank_accounts' })
    router
      .get('/cheque-books/:id', [c.ChequeBooks, 'show'])
      .where('id', number)
      .as('cheque_books.show')
      .may(READ, book)
    router
      .post('/cheque-books/:id/issue', [c.ChequeBookSteps, 'issue'])
      .where('id', number)
      .as('cheque_books.issue')
      .may(MANAGE, book)
    router
      .post('/cheque-books/:id/leaves', [c.ChequeBookSteps, 'endLeaf'])
      .where('id', number)
      .as('cheque_books.leaf')
      .may(MANAGE, book)
    router
      .post('/cheque-books/:id/withdrawal', [c.ChequeBookSteps, 'withdraw'])
      .where('id', number)
      .as('cheque_books.withdraw')
      .may(MANAGE, book)
  })
  .prefix('accounts')
  .as('accounts')
