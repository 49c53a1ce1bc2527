import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.budget
const number = router.matchers.number()
const commitment = { param: 'id', of: 'commitments' } as const
const virement = { param: 'id', of: 'virements' } as const
const line = { input: 'line_id', of: 'budget_lines' } as const

router
  .group(() => {
    router
      .get('/available', [c.BudgetLines, 'index'])
      .as('available.index')
      .may('budget.lines.read', 'list')
    router
      .get('/lines/:id', [c.BudgetLines, 'show'])
      .where('id', number)
      .as('lines.show')
      .may('budget.lines.read', { param: 'id', of: 'budget_lines' })
    router
      .get('/alerts', [c.BudgetLines, 'alerts'])
      .as('alerts.index')
      .may('budget.lines.read', 'list')
    router
      .get('/reports', [c.BudgetReports, 'index'])
      .as('reports.index')
      .may(['budget.lines.read', 'budget.commitments.read'], 'list')
    router
      .get('/reports/:name', [c.BudgetReports, 'show'])
      .as('reports.show')
      .may(['budget.lines.read', 'budget.commitments.read'], 'list')
    router
      .get('/commitments', [c.Commitments, 'index'])
      .as('commitments.index')
      .may('budget.commitments.read', 'list')
    router
      .get('/commitments/create', [c.Commitments, 'create'])
      .as('commitments.create')
      .may('budget.commitments.manage', 'list')
    router
      .post('/commitments/check', [c.Commitments, 'check'])
      .as('commitments.check')
      .may('budget.commitments.manage', line)
    // Where a refused form of the checked page comes back to.
    router
      .get('/commitments/check', [c.Commitments, 'create'])
      .as('commitments.checked')
      .may('budget.commitments.manage', 'list')
    router
      .post('/commitments', [c.Commitments, 'store'])
      .as('commitments.store')
      .may('budget.commitments.manage', line)
    router
      .get('/commitments/:id', [c.Commitments, 'show'])
      .where('id', number)
      .as('commitments.show')
      .may('budget.commitments.read', commitment)
    router
      .post('/commitments/:id/reservation', [c.CommitmentSteps, 'reserve'])
      .as('commitment_steps.reserve')
      .may('budget.commitments.manage', commitment)
    router
      .post('/commitments/:id/approval', [c.CommitmentSteps, 'approve'])
      .as('commitment_steps.approve')
      .may('budget.commitments.approve', commitment)
    router
      .post('/commitments/:id/amount', [c.CommitmentSteps, 'change'])
      .as('commitment_steps.change')
      .may('budget.commitments.approve', commitment)
    router
      .post('/commitments/:id/cancellation', [c.CommitmentSteps, 'cancel'])
      .as('commitment_steps.cancel')
      .may(['budget.commitments.manage', 'budget.commitments.approve'], commitment)
    router
      .post('/commitments/:id/carry-over', [c.CommitmentSteps, 'carry'])
      .as('commitment_steps.carry')
      .may('budget.commitments.approve', commitment)
    router
      .get('/virements', [c.Virements, 'index'])
      .as('virements.index')
      .may('budget.lines.read', 'list')
    router
      .get('/virements/create', [c.Virements, 'create'])
      .as('virements.create')
      .may('budget.virements.manage', 'list')
    router
      .post('/virements/preview', [c.Virements, 'preview'])
      .as('virements.preview')
      .may('budget.virements.manage', { input: 'unit', of: 'units' })
    router
      .get('/virements/preview', [c.Virements, 'create'])
      .as('virements.previewed')
      .may('budget.virements.manage', 'list')
    router
      .post('/virements', [c.Virements, 'store'])
      .as('virements.store')
      .may('budget.virements.manage', { input: 'unit', of: 'units' })
    router
      .get('/virements/:id', [c.Virements, 'show'])
      .where('id', number)
      .as('virements.show')
      .may('budget.lines.read', virement)
    router
      .post('/virements/:id/decision', [c.VirementDecisions, 'store'])
      .as('virement_decisions.store')
      .may('budget.virements.approve', virement)
    router
      .delete('/virements/:id/decision', [c.VirementDecisions, 'destroy'])
      .as('virement_decisions.destroy')
      .may('budget.virements.approve', virement)
    router
      .post('/virements/:id/withdrawal', [c.VirementDecisions, 'withdraw'])
      .as('virement_decisions.withdraw')
      .may('budget.virements.manage', virement)
  })
  .prefix('budget')
  .as('budget')
