import router from '@adonisjs/core/services/router'
import app from '@adonisjs/core/services/app'
import { controllers } from '#generated/controllers'

router.get('/shortcuts', [controllers.core.Shortcuts, 'index']).as('shortcuts').forSignedIn()

// The elements of the kit side by side, for those who build pages and for the browser tests.
if (!app.inProduction) {
  router.get('/_kit', [controllers.core.Kit, 'index']).as('kit').forSignedIn()
  router.get('/_kit/form', [controllers.core.Kit, 'create']).as('kit.form').forSignedIn()
  router.post('/_kit/form', [controllers.core.Kit, 'store']).as('kit.store').forSignedIn()
}
