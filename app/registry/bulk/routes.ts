import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.bulk
const filters = controllers.registry.savedFilters

router
  .group(() => {
    router
      .get('/bulk-changes/create', [c.BulkChanges, 'create'])
      .as('bulk_changes.create')
      .may('registry.assets.manage', 'list')
    router
      .post('/bulk-changes', [c.BulkChanges, 'store'])
      .as('bulk_changes.store')
      .may('registry.assets.manage', 'list')
    // A person's own questions: nobody else's are within reach of these.
    router
      .post('/saved-filters', [filters.SavedFilters, 'store'])
      .as('saved_filters.store')
      .may('registry.assets.read', 'none')
    router
      .delete('/saved-filters/:id', [filters.SavedFilters, 'destroy'])
      .where('id', router.matchers.number())
      .as('saved_filters.destroy')
      .may('registry.assets.read', 'none')
  })
  .prefix('registry')
  .as('registry')
