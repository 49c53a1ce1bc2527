import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

// Nothing is shown but what the person's own permissions let him do.
router
  .get('/waiting', [controllers.reporting.waiting.Waiting, 'index'])
  .as('reporting.worklist.index')
  .forSignedIn()
