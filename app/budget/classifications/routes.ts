import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.budget.classifications
const number = router.matchers.number()

// Classifications are of the whole house and of no unit: who prepares a budget opens a code, and somebody
// else, who approves budgets, confirms or closes it.
router
  .group(() => {
    router.get('/codes', [c.Codes, 'index']).as('codes.index').may('budget.lines.read', 'none')
    router
      .get('/codes/create', [c.Codes, 'create'])
      .as('codes.create')
      .may('budget.plan.manage', 'none')
    router.post('/codes', [c.Codes, 'store']).as('codes.store').may('budget.plan.manage', 'none')
    router
      .get('/codes/:id', [c.Codes, 'show'])
      .where('id', number)
      .as('codes.show')
      .may('budget.lines.read', 'none')
    router
      .post('/codes/:id/confirmation', [c.CodeDecisions, 'confirm'])
      .where('id', number)
      .as('code_decisions.confirm')
      .may('budget.plan.approve', 'none')
    router
      .post('/codes/:id/closing', [c.CodeDecisions, 'close'])
      .where('id', number)
      .as('code_decisions.close')
      .may('budget.plan.approve', 'none')
  })
  .prefix('budget')
  .as('budget')
