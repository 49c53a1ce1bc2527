import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import '#registry/security/row_secrets'

router
  .group(() => {
    router
      .get('/assets', [controllers.registry.Assets, 'index'])
      .as('assets.index')
      .may('registry.assets.read', 'list')
    router
      .get('/rights', [controllers.registry.Rights, 'index'])
      .as('rights.index')
      .may('registry.rights.read', 'list')
    router
      .get('/parties', [controllers.registry.Parties, 'index'])
      .as('parties.index')
      .may('registry.parties.read', 'list')
  })
  .prefix('registry')
  .as('registry')
