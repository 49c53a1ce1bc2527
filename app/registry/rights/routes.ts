import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.rights
const right = { param: 'id', of: 'rights' } as const
const occupancy = { param: 'id', of: 'occupancies' } as const
const valuation = { param: 'id', of: 'valuations' } as const
const disposal = { param: 'id', of: 'disposals' } as const
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

    router
      .get('/valuations', [c.Valuations, 'index'])
      .as('valuations.index')
      .may('registry.assets.read', 'list')
    router
      .get('/valuations/create', [c.Valuations, 'create'])
      .as('valuations.create')
      .may('registry.valuations.manage', 'list')
    router
      .post('/valuations', [c.Valuations, 'store'])
      .as('valuations.store')
      .may('registry.valuations.manage', assetByCode)
    router
      .get('/valuations/:id', [c.Valuations, 'show'])
      .where('id', number)
      .as('valuations.show')
      .may('registry.assets.read', valuation)
    router
      .post('/valuations/:id/approval', [c.Valuations, 'approve'])
      .as('valuation_approvals.store')
      .may('registry.valuations.approve', valuation)
    router
      .post('/valuations/:id/refusal', [c.Valuations, 'refuse'])
      .as('valuation_refusals.store')
      .may('registry.valuations.approve', valuation)
    router
      .delete('/valuations/:id', [c.Valuations, 'destroy'])
      .as('valuations.destroy')
      .may('registry.valuations.manage', valuation)
    router
      .get('/assets/:id/observations/create', [c.Observations, 'create'])
      .as('observations.create')
      .may('registry.assets.manage', { param: 'id', of: 'assets' })
    router
      .post('/assets/:id/observations', [c.Observations, 'store'])
      .as('observations.store')
      .may('registry.assets.manage', { param: 'id', of: 'assets' })

    router
      .get('/disposals', [c.Disposals, 'index'])
      .as('disposals.index')
      .may('registry.disposals.read', 'list')
    router
      .get('/disposals/create', [c.Disposals, 'create'])
      .as('disposals.create')
      .may('registry.disposals.manage', 'list')
    router
      .post('/disposals', [c.Disposals, 'store'])
      .as('disposals.store')
      .may('registry.disposals.manage', assetByCode)
    router
      .get('/disposals/:id', [c.Disposals, 'show'])
      .where('id', number)
      .as('disposals.show')
      .may('registry.disposals.read', disposal)
    router
      .post('/disposals/:id/steps', [c.Disposals, 'step'])
      .as('disposal_steps.store')
      .may('registry.disposals.manage', disposal)
    router
      .post('/disposals/:id/decisions', [c.Disposals, 'decide'])
      .as('disposal_decisions.store')
      .may('registry.disposals.approve', disposal)
    router
      .post('/disposals/:id/bids', [c.Disposals, 'bid'])
      .as('disposal_bids.store')
      .may('registry.disposals.manage', disposal)
    router
      .post('/disposals/:id/payments', [c.Disposals, 'pay'])
      .as('disposal_payments.store')
      .may('registry.disposals.manage', disposal)
  })
  .prefix('registry')
  .as('registry')
