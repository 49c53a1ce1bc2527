import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.register
const change = { param: 'id', of: 'register_transactions' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/transactions', [c.Transactions, 'index'])
      .as('transactions.index')
      .may('registry.assets.read', 'list')
    router
      .get('/waiting', [c.Transactions, 'waiting'])
      .as('transactions.waiting')
      .may('registry.assets.approve', 'list')
    router
      .get('/arrivals', [c.Arrivals, 'index'])
      .as('arrivals.index')
      .may('registry.assets.approve', 'list')
    router
      .post('/arrivals', [c.Arrivals, 'store'])
      .as('arrivals.store')
      .may('registry.assets.approve', 'list')
    router
      .post('/transactions/decisions', [c.Decisions, 'store'])
      .as('transaction_decisions.store')
      .may('registry.assets.approve', 'list')
    router
      .get('/transactions/:id', [c.Transactions, 'show'])
      .where('id', number)
      .as('transactions.show')
      .may('registry.assets.read', change)
    router
      .get('/transactions/:id/sketch', [c.ProposedSketches, 'show'])
      .where('id', number)
      .as('transactions.sketch')
      .may('registry.assets.read', change)
    router
      .post('/transactions/:id/approval', [c.Approvals, 'store'])
      .as('transaction_approvals.store')
      .may('registry.assets.approve', change)
    router
      .delete('/transactions/:id/approval', [c.Approvals, 'destroy'])
      .as('transaction_approvals.destroy')
      .may('registry.assets.approve', change)
    router
      .post('/transactions/:id/steps', [c.Steps, 'store'])
      .as('transaction_steps.store')
      .may('registry.assets.approve', change)
    router
      .post('/transactions/:id/withdrawal', [c.Steps, 'withdraw'])
      .as('transaction_withdrawals.store')
      .may('registry.assets.manage', change)
    router
      .post('/transactions/:id/cancellation', [c.Steps, 'cancel'])
      .as('transaction_cancellations.store')
      .may('registry.assets.manage', change)
  })
  .prefix('registry')
  .as('registry')
