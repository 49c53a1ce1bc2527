import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_MB } from '#registry/limits/validators'

const c = controllers.registry.limits

router
  .group(() => {
    router
      .get('/limits', [c.UnitLimits, 'index'])
      .as('limits.index')
      .may('identity.units.read', 'list')
    router
      .get('/limits/create', [c.UnitLimits, 'create'])
      .as('limits.create')
      .may('identity.units.manage', 'none')
    router
      .post('/limits', [c.UnitLimits, 'store'])
      .as('limits.store')
      .takesFile(LARGEST_MB + 5)
      // Each outline is matched among the units that the person manages.
      .may('identity.units.manage', 'none')
  })
  .prefix('registry')
  .as('registry')
