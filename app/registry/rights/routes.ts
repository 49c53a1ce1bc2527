import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.rights
const right = { param: 'id', of: 'rights' } as const
const occupancy = { param: 'id', of: 'occupancies' } as const
const assetByCode = { input: 'asset_code', of: 'assets', by: 'code' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/rights/create', [c.Rights, 'create'])
      .as('rights.create')
      .may('registry.rights.manage', 'list')
    router
      .post('/rights', [c.Rights, 'store'])
      .as('rights.store')
      .may('registry.rights.manage', assetByCode)
    router
      .get('/rights/:id', [c.Rights, 'show'])
      .where('id', number)
      .as('rights.show')
      .may('registry.rights.read', right)
    router
      .get('/rights/:id/edit', [c.Rights, 'edit'])
      .as('rights.edit')
      .may('registry.rights.manage', right)
    router
      .put('/rights/:id', [c.Rights, 'update'])
      .as('rights.update')
      .may('registry.rights.manage', right)
    router
      .post('/rights/:id/approval', [c.Approvals, 'store'])
      .as('right_approvals.store')
      .may('registry.rights.approve', right)
    router
      .delete('/rights/:id/approval', [c.Approvals, 'destroy'])
      .as('right_approvals.destroy')
      .may('registry.rights.approve', right)
    router
      .post('/rights/:id/steps', [c.Steps, 'store'])
      .as('right_steps.store')
      .may('registry.rights.manage', right)
    router
      .post('/rights/:id/decisions', [c.Steps, 'decide'])
      .as('right_decisions.store')
      .may('registry.rights.approve', right)
    router
      .get('/rights/:id/renewal', [c.Renewals, 'create'])
      .as('right_renewals.create')
      .may('registry.rights.manage', right)
    router
      .post('/rights/:id/renewal', [c.Renewals, 'store'])
      .as('right_renewals.store')
      .may('registry.rights.manage', right)
    router
      .get('/rights/:id/contract', [c.Contracts, 'show'])
      .as('right_contracts.show')
      .may('registry.rights.read', right)

    router
      .get('/expiries', [c.Expiries, 'index'])
      .as('expiries.index')
      .may('registry.rights.read', 'list')
    router
      .get('/holdovers', [c.Expiries, 'holdovers'])
      .as('holdovers.index')
      .may('registry.rights.read', 'list')

    router
      .get('/occupancies', [c.Occupancies, 'index'])
      .as('occupancies.index')
      .may('registry.rights.read', 'list')
    router
      .get('/occupancies/create', [c.Occupancies, 'create'])
      .as('occupancies.create')
      .may('registry.rights.manage', 'list')
    router
      .post('/occupancies', [c.Occupancies, 'store'])
      .as('occupancies.store')
      .may('registry.rights.manage', assetByCode)
    router
      .get('/occupancies/:id/end', [c.Occupancies, 'edit'])
      .as('occupancies.edit')
      .may('registry.rights.manage', occupancy)
    router
      .put('/occupancies/:id', [c.Occupancies, 'update'])
      .as('occupancies.update')
      .may('registry.rights.manage', occupancy)
  })
  .prefix('registry')
  .as('registry')
