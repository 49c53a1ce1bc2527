import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.reports

router
  .group(() => {
    router
      .get('/reports', [c.RegistryReports, 'index'])
      .as('reports.index')
      .may('registry.assets.read', 'list')
    router
      .get('/reports/:name', [c.RegistryReports, 'show'])
      .as('reports.show')
      .may('registry.assets.read', 'list')
  })
  .prefix('registry')
  .as('registry')
