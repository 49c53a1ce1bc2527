import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_MB } from '#reporting/imports/upload'

const of = { param: 'id', of: 'imports' }
const pages = controllers.reporting.imports

router
  .group(() => {
    router.get('/', [pages.Imports, 'index']).as('index').may('core.imports.read', 'list')
    router.get('/create', [pages.Imports, 'create']).as('create').may('core.imports.create', 'list')
    router
      .post('/', [pages.Imports, 'store'])
      .as('store')
      .may('core.imports.create', { input: 'unit_id', of: 'units', optional: true })
      // Above the largest file, so that it can be refused beside its field.
      .takesFile(LARGEST_MB + 20)
    router.get('/:id', [pages.Imports, 'show']).as('show').may('core.imports.read', of)
    router.get('/:id/events', [pages.Events, 'index']).as('events').may('core.imports.read', of)

    router
      .get('/:id/reading', [pages.Readings, 'edit'])
      .as('reading.edit')
      .may('core.imports.create', of)
    router
      .put('/:id/reading', [pages.Readings, 'update'])
      .as('reading.update')
      .may('core.imports.create', of)
    router
      .get('/:id/mapping', [pages.Mappings, 'edit'])
      .as('mapping.edit')
      .may('core.imports.create', of)
    router
      .put('/:id/mapping', [pages.Mappings, 'update'])
      .as('mapping.update')
      .may('core.imports.create', of)

    router
      .post('/:id/approval', [pages.Approvals, 'store'])
      .as('approval.store')
      .may('core.imports.approve', of)
    router
      .post('/:id/commit', [pages.Commits, 'store'])
      .as('commit.store')
      .may('core.imports.create', of)
    router
      .post('/:id/cancellation', [pages.Cancellations, 'store'])
      .as('cancellation.store')
      .may('core.imports.create', of)
    router
      .post('/:id/undoing', [pages.Undoings, 'store'])
      .as('undoing.store')
      .may('core.imports.undo', of)
  })
  .prefix('imports')
  .as('imports')
