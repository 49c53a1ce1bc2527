import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'
import { MOVES, MOVE_NAMES } from '#registry/encroachments/life'
import { STEPS } from '#registry/encroachments/steps/catalogue'

const c = controllers.registry.encroachments
const kase = { param: 'id', of: 'encroachment_cases' } as const
const file = { param: 'id', of: 'legalisation_files' } as const
const number = router.matchers.number()
const READ = 'registry.encroachments.read'

router
  .group(() => {
    router.get('/encroachments', [c.Cases, 'index']).as('encroachments.index').may(READ, 'list')
    router
      .get('/encroachments/overview', [c.Overviews, 'show'])
      .as('encroachments.overview')
      .may(READ, 'list')
    router
      .get('/encroachments/by-age', [c.Overviews, 'index'])
      .as('encroachments.by_age')
      .may(READ, 'list')
    router
      .get('/encroachments/create', [c.Cases, 'create'])
      .as('encroachments.create')
      .may('registry.encroachments.manage', 'list')
    router
      .post('/encroachments', [c.Cases, 'store'])
      .as('encroachments.store')
      .may('registry.encroachments.manage', { input: 'unit_id', of: 'units' })
    router
      .get('/encroachments/:id', [c.Cases, 'show'])
      .where('id', number)
      .as('encroachments.show')
      .may(READ, kase)
    router
      .get('/encroachments/:id/removal-order', [c.RemovalOrders, 'show'])
      .where('id', number)
      .as('removal_orders.show')
      .may(READ, kase)

    for (const name of MOVE_NAMES) {
      const path = `/encroachments/:id/steps/${name}`
      router
        .get(path, [c.Moves, 'create'])
        .where('id', number)
        .as(`encroachment_steps.${name}.create`)
        .may(MOVES[name].permission, kase)
      const store = router
        .post(path, [c.Moves, 'store'])
        .where('id', number)
        .as(`encroachment_steps.${name}.store`)
        .may(MOVES[name].permission, kase)
      if (STEPS[name].fields.some(({ kind }) => kind === 'file')) {
        // Above the largest scan, so that it can be refused beside its field.
        store.takesFile(LARGEST_DOCUMENT_MB + 5)
      }
    }

    router
      .get('/spatial-changes', [c.SpatialChanges, 'index'])
      .as('spatial_changes.index')
      .may(READ, 'list')
    router
      .get('/legalisation-files', [c.LegalisationFiles, 'index'])
      .as('legalisation_files.index')
      .may(READ, 'list')
    router
      .get('/legalisation-files/:id', [c.LegalisationFiles, 'show'])
      .where('id', number)
      .as('legalisation_files.show')
      .may(READ, file)
  })
  .prefix('registry')
  .as('registry')
