import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.budget.funds
const share = { param: 'id', of: 'fund_shares' } as const
const number = router.matchers.number()
const READ = 'budget.lines.read'
const MANAGE = 'budget.plan.manage'
const APPROVE = 'budget.plan.approve'

router
  .group(() => {
    router.get('/', [c.FundShares, 'index']).as('index').may(READ, 'list')
    router.get('/create', [c.FundShares, 'create']).as('create').may(MANAGE, 'list')
    router
      .post('/', [c.FundShares, 'store'])
      .as('store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router.get('/:id', [c.FundShares, 'show']).where('id', number).as('show').may(READ, share)
    router
      .post('/:id/approval', [c.FundShareDecisions, 'approve'])
      .where('id', number)
      .as('approve')
      .may(APPROVE, share)
    router
      .post('/:id/refusal', [c.FundShareDecisions, 'refuse'])
      .where('id', number)
      .as('refuse')
      .may(APPROVE, share)
    router
      .post('/:id/withdrawal', [c.FundShareDecisions, 'withdraw'])
      .where('id', number)
      .as('withdraw')
      .may(MANAGE, share)
  })
  .prefix('budget/fund-shares')
  .as('budget.fund_shares')
