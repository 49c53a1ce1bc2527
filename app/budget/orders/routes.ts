import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.budget.orders
const order = { param: 'id', of: 'credit_orders' } as const
const budget = { param: 'id', of: 'budgets' } as const
const number = router.matchers.number()
const MANAGE = 'budget.plan.manage'
const APPROVE = 'budget.plan.approve'

router
  .group(() => {
    router.get('/orders', [c.Orders, 'index']).as('orders.index').may('budget.lines.read', 'list')
    router
      .get('/budgets/:id/release-plan', [c.ReleasePlans, 'show'])
      .where('id', number)
      .as('release_plans.show')
      .may('budget.lines.read', budget)
    router
      .get('/budgets/:id/orders/create', [c.Orders, 'create'])
      .where('id', number)
      .as('orders.create')
      .may(MANAGE, budget)
    router
      .post('/budgets/:id/orders', [c.Orders, 'store'])
      .where('id', number)
      .as('orders.store')
      .may(MANAGE, budget)
    router
      .get('/orders/:id', [c.Orders, 'show'])
      .where('id', number)
      .as('orders.show')
      .may('budget.lines.read', order)
    router
      .post('/orders/:id/approve', [c.OrderDecisions, 'approve'])
      .where('id', number)
      .as('orders.approve')
      .may(APPROVE, order)
    router
      .post('/orders/:id/refuse', [c.OrderDecisions, 'refuse'])
      .where('id', number)
      .as('orders.refuse')
      .may(APPROVE, order)
    router
      .post('/orders/:id/withdraw', [c.OrderDecisions, 'withdraw'])
      .where('id', number)
      .as('orders.withdraw')
      .may(MANAGE, order)
  })
  .prefix('budget')
  .as('budget')
