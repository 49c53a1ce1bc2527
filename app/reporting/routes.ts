import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.reporting
const report = { param: 'id', of: 'report_runs' } as const

router
  .group(() => {
    router
      .get('/secretary', [c.Secretary, 'index'])
      .as('secretary.index')
      .may('revenue.reconciliation.read', { input: 'unit', of: 'units', optional: true })

    // The only report there is tells what the reconciliation page tells: one permission opens both.
    router
      .get('/reports', [c.Reports, 'index'])
      .as('reports.index')
      .may('revenue.reconciliation.read', 'list')
    router
      .get('/reports/create', [c.Reports, 'create'])
      .as('reports.create')
      .may('reporting.reports.create', { input: 'unit', of: 'units', optional: true })
    router
      .post('/reports', [c.Reports, 'store'])
      .as('reports.store')
      .may('reporting.reports.create', { input: 'unit', of: 'units' })
    router
      .get('/reports/:id', [c.Reports, 'show'])
      .where('id', router.matchers.number())
      .as('reports.show')
      .may('revenue.reconciliation.read', report)
    router
      .get('/reports/:id/file', [c.ReportFiles, 'show'])
      .where('id', router.matchers.number())
      .as('report_files.show')
      .may('revenue.reconciliation.read', report)

    router.get('/trail', [c.Trail, 'index']).as('trail.index').may('audit.trail.read', 'list')
    router
      .post('/trail/verifications', [c.TrailVerifications, 'store'])
      .as('trail_verifications.store')
      .may('audit.trail.read', 'none')
    router
      .get('/trail/:id', [c.Trail, 'show'])
      .where('id', router.matchers.number())
      .as('trail.show')
      .may('audit.trail.read', { param: 'id', of: 'trail' })
  })
  .as('reporting')
