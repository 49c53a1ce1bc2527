import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.revenue
const difference = { param: 'id', of: 'differences' } as const

router
  .group(() => {
    router
      .get('/charges', [c.Charges, 'index'])
      .as('charges.index')
      .may('revenue.charges.read', 'list')

    router.get('/bills', [c.Bills, 'index']).as('bills.index').may('revenue.charges.read', 'list')
    router
      .post('/bills', [c.Bills, 'store'])
      .as('bills.store')
      .may('revenue.charges.manage', { input: 'unit', of: 'units' })

    router
      .get('/reconciliations', [c.Reconciliations, 'index'])
      .as('reconciliations.index')
      .may('revenue.reconciliation.read', { input: 'unit', of: 'units', optional: true })
    router
      .post('/reconciliations', [c.Reconciliations, 'store'])
      .as('reconciliations.store')
      .may('revenue.reconciliation.run', { input: 'unit', of: 'units' })
    router
      .get('/reconciliations/:id', [c.Reconciliations, 'show'])
      .where('id', router.matchers.number())
      .as('reconciliations.show')
      .may('revenue.reconciliation.read', { param: 'id', of: 'reconciliation_runs' })
    router
      .post('/suggestions/decisions', [c.SuggestionDecisions, 'store'])
      .as('suggestion_decisions.store')
      .may('revenue.matches.decide', 'list')
    router
      .delete('/suggestions/decisions', [c.SuggestionDecisions, 'destroy'])
      .as('suggestion_decisions.destroy')
      .may('revenue.matches.decide', 'list')

    router
      .get('/differences', [c.Differences, 'index'])
      .as('differences.index')
      .may('revenue.differences.read', 'list')
    router
      .get('/differences/:id', [c.Differences, 'show'])
      .where('id', router.matchers.number())
      .as('differences.show')
      .may('revenue.differences.read', difference)
    router
      .post('/differences/assignments', [c.DifferenceAssignments, 'store'])
      .as('difference_assignments.store')
      .may('revenue.differences.assign', 'list')
    router
      .post('/differences/explanations', [c.DifferenceExplanations, 'store'])
      .as('difference_explanations.store')
      .may('revenue.differences.explain', 'list')
    router
      .post('/differences/:id/notes', [c.DifferenceNotes, 'store'])
      .where('id', router.matchers.number())
      .as('difference_notes.store')
      .may('revenue.differences.explain', difference)
  })
  .prefix('revenue')
  .as('revenue')
