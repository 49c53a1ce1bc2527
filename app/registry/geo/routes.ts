import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router
  .get('/registry/assets/:id/sketch', [controllers.registry.geo.Sketches, 'show'])
  .where('id', router.matchers.number())
  .as('registry.assets.sketch')
  .may('registry.assets.read', { param: 'id', of: 'assets' })
