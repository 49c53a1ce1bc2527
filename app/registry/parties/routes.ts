import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.parties

router
  .group(() => {
    router
      .get('/parties/create', [c.NewParties, 'create'])
      .as('new_parties.create')
      .may('registry.parties.manage', 'list')
    router
      .post('/parties', [c.NewParties, 'store'])
      .as('new_parties.store')
      .may('registry.parties.manage', { input: 'unit_id', of: 'units' })
  })
  .prefix('registry')
  .as('registry')
