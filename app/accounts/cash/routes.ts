import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.cash
const transfer = { param: 'id', of: 'cash_transfers' } as const
/** What comes to a unit is its own record: the unit that counts it is not the one that sent it. */
const arrival = { param: 'id', of: 'cash_arrivals' } as const
const number = router.matchers.number()
const READ = 'accounts.safes.read'
const MANAGE = 'accounts.safes.manage'
const RECEIVE = 'accounts.safes.receive'

router
  .group(() => {
    router
      .get('/cash-transfers', [c.CashTransfers, 'index'])
      .as('cash_transfers.index')
      .may(READ, 'list')
    router
      .get('/cash-transfers/create', [c.CashTransfers, 'create'])
      .as('cash_transfers.create')
      .may(MANAGE, 'list')
    router
      .post('/cash-transfers', [c.CashTransfers, 'store'])
      .as('cash_transfers.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/cash-transfers/:id', [c.CashTransfers, 'show'])
      .where('id', number)
      .as('cash_transfers.show')
      .may(READ, transfer)
    router
      .get('/cash-arrivals', [c.CashArrivals, 'index'])
      .as('cash_arrivals.index')
      .may(READ, 'list')
    router
      .get('/cash-arrivals/:id', [c.CashArrivals, 'show'])
      .where('id', number)
      .as('cash_arrivals.show')
      .may(READ, arrival)
    router
      .post('/cash-arrivals/:id/receipt', [c.CashArrivals, 'receive'])
      .where('id', number)
      .as('cash_arrivals.receive')
      .may(RECEIVE, arrival)
    router
      .post('/cash-arrivals/:id/refusal', [c.CashArrivals, 'refuse'])
      .where('id', number)
      .as('cash_arrivals.refuse')
      .may(RECEIVE, arrival)
  })
  .prefix('accounts')
  .as('accounts')
