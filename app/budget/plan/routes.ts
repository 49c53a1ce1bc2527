import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.budget.plan
const budget = { param: 'id', of: 'budgets' } as const
const proposal = { param: 'id', of: 'budget_proposals' } as const
const number = router.matchers.number()
const READ = 'budget.lines.read'
const MANAGE = 'budget.plan.manage'
const APPROVE = 'budget.plan.approve'

router
  .group(() => {
    router.get('/budgets', [c.Budgets, 'index']).as('budgets.index').may(READ, 'list')
    router.get('/budgets/create', [c.Budgets, 'create']).as('budgets.create').may(MANAGE, 'list')
    router
      .post('/budgets', [c.Budgets, 'store'])
      .as('budgets.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/budgets/:id', [c.Budgets, 'show'])
      .where('id', number)
      .as('budgets.show')
      .may(READ, budget)
    router
      .post('/budgets/:id/call', [c.BudgetSteps, 'call'])
      .where('id', number)
      .as('budgets.call')
      .may(MANAGE, budget)
    router
      .post('/budgets/:id/discuss', [c.BudgetSteps, 'discuss'])
      .where('id', number)
      .as('budgets.discuss')
      .may(MANAGE, budget)
    router
      .post('/budgets/:id/approve', [c.BudgetSteps, 'approve'])
      .where('id', number)
      .as('budgets.approve')
      .may(APPROVE, budget)
    router
      .post('/budgets/:id/open', [c.BudgetSteps, 'open'])
      .where('id', number)
      .as('budgets.open')
      .may(APPROVE, budget)
    router
      .post('/budgets/:id/reconsider', [c.Discussions, 'reconsider'])
      .where('id', number)
      .as('budgets.reconsider')
      .may(APPROVE, budget)
    router
      .get('/budgets/:id/ceilings', [c.Ceilings, 'index'])
      .where('id', number)
      .as('ceilings.index')
      .may(READ, budget)
    router
      .post('/budgets/:id/ceilings', [c.Ceilings, 'store'])
      .where('id', number)
      .as('ceilings.store')
      .may(MANAGE, [budget, { input: 'unit_id', of: 'units' }])
    router
      .post('/proposals/:id/discussion', [c.Discussions, 'store'])
      .where('id', number)
      .as('discussions.store')
      .may(MANAGE, proposal)
    router
      .post('/proposals', [c.Proposals, 'store'])
      .as('proposals.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/proposals/:id', [c.Proposals, 'show'])
      .where('id', number)
      .as('proposals.show')
      .may(READ, proposal)
    router
      .get('/proposals/:id/sheet', [c.ProposalSheets, 'show'])
      .where('id', number)
      .as('proposals.sheet')
      .may(READ, proposal)
    router
      .put('/proposals/:id', [c.Proposals, 'update'])
      .where('id', number)
      .as('proposals.update')
      .may(MANAGE, proposal)
    router
      .post('/proposals/:id/submit', [c.Proposals, 'submit'])
      .where('id', number)
      .as('proposals.submit')
      .may(MANAGE, proposal)
    router
      .post('/proposals/:id/accept', [c.Proposals, 'accept'])
      .where('id', number)
      .as('proposals.accept')
      .may(APPROVE, proposal)
    router
      .post('/proposals/:id/return', [c.Proposals, 'giveBack'])
      .where('id', number)
      .as('proposals.return')
      .may(APPROVE, proposal)
  })
  .prefix('budget')
  .as('budget')
