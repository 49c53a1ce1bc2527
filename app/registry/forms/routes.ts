import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { CHANGE_FORMS } from '#registry/forms/change_forms'

const c = controllers.registry.forms
const asset = { param: 'id', of: 'assets' } as const
const change = { param: 'id', of: 'register_transactions' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/assets/create', [c.NewAssets, 'create'])
      .as('assets.create')
      .may('registry.assets.manage', 'list')
    router
      .post('/assets', [c.NewAssets, 'store'])
      .as('assets.store')
      .may('registry.assets.manage', { input: 'unit_id', of: 'units' })
    router
      .get('/assets/:id/changes', [c.Changes, 'index'])
      .where('id', number)
      .as('changes.index')
      .may('registry.assets.manage', asset)

    router
      .post('/transactions/:id/correction', [c.ReturnedForms, 'store'])
      .where('id', number)
      .as('returned_forms.store')
      .may('registry.assets.manage', change)

    for (const { kind } of CHANGE_FORMS) {
      router
        .get(`/assets/:id/changes/${kind}`, [c.Changes, 'create'])
        .where('id', number)
        .as(`changes.${kind}.create`)
        .may('registry.assets.manage', asset)
      router
        .post(`/assets/:id/changes/${kind}`, [c.Changes, 'store'])
        .where('id', number)
        .as(`changes.${kind}.store`)
        .may('registry.assets.manage', asset)
    }
  })
  .prefix('registry')
  .as('registry')
