import router from '@adonisjs/core/services/router'
import type { Asked } from '#identity/access/declaration'
import { controllers } from '#generated/controllers'

const c = controllers.reporting
const report = { param: 'id', of: 'report_runs' } as const
/** A report says what the reconciliation says: who may not see that may not read it on paper. */
const readsReport = {
  all: ['reporting.reports.read', 'revenue.reconciliation.read'],
} satisfies Asked

router.get('/', [c.Homes, 'index']).as('home').forSignedIn()

router
  .group(() => {
    router
      .get('/secretary', [c.Secretary, 'index'])
      .as('secretary.index')
      .may('revenue.reconciliation.read', { input: 'unit', of: 'units', optional: true })

    router.get('/reports', [c.Reports, 'index']).as('reports.index').may(readsReport, 'list')
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
      .may(readsReport, report)
    router
      .get('/reports/:id/file', [c.ReportFiles, 'show'])
      .where('id', router.matchers.number())
      .as('report_files.show')
      .may(readsReport, report)

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
