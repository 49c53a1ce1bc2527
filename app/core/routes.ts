import router from '@adonisjs/core/services/router'
import app from '@adonisjs/core/services/app'
import { controllers } from '#generated/controllers'

router.get('/shortcuts', [controllers.core.Shortcuts, 'index']).as('shortcuts').forSignedIn()

router
  .get('/choices/units', [controllers.core.UnitChoices, 'index'])
  .as('choices.units')
  .forSignedIn()

router.get('/jobs', [controllers.core.Jobs, 'index']).as('jobs.index').may('core.jobs.read', 'list')
router
  .get('/jobs/:id', [controllers.core.Jobs, 'show'])
  .as('jobs.show')
  .may('core.jobs.read', { param: 'id', of: 'jobs' })
router
  .get('/jobs/:id/events', [controllers.core.Jobs, 'events'])
  .as('jobs.events')
  .may('core.jobs.read', { param: 'id', of: 'jobs' })
router
  .post('/jobs/:id/retry', [controllers.core.Jobs, 'retry'])
  .as('jobs.retry')
  .may('core.jobs.manage', { param: 'id', of: 'jobs' })
router
  .post('/jobs/:id/cancel', [controllers.core.Jobs, 'cancel'])
  .as('jobs.cancel')
  .may('core.jobs.manage', { param: 'id', of: 'jobs' })

// The elements of the kit side by side, for those who build pages and for the browser tests.
if (!app.inProduction) {
  router.get('/_kit', [controllers.core.Kit, 'index']).as('kit').forSignedIn()
  router.get('/_kit/form', [controllers.core.Kit, 'create']).as('kit.form').forSignedIn()
  router.post('/_kit/form', [controllers.core.Kit, 'store']).as('kit.store').forSignedIn()
}
