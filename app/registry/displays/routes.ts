import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'

const c = controllers.registry.displays
const list = { param: 'id', of: 'display_lists' } as const
const objection = { param: 'id', of: 'display_objections' } as const
const number = router.matchers.number()
const READ = 'registry.encroachments.read'
const MANAGE = 'registry.encroachments.manage'
const APPROVE = 'registry.encroachments.approve'

router
  .group(() => {
    router.get('/displays', [c.Displays, 'index']).as('displays.index').may(READ, 'list')
    router.get('/displays/create', [c.Displays, 'create']).as('displays.create').may(MANAGE, 'list')
    router
      .post('/displays', [c.Displays, 'store'])
      .as('displays.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/displays/:id', [c.Displays, 'show'])
      .where('id', number)
      .as('displays.show')
      .may(READ, list)
    router
      .get('/displays/:id/paper', [c.Displays, 'print'])
      .where('id', number)
      .as('displays.print')
      .may(READ, list)
    router
      .post('/displays/:id/display', [c.DisplaySteps, 'display'])
      .where('id', number)
      .as('displays.display')
      .may(MANAGE, list)
    router
      .post('/displays/:id/approve', [c.DisplaySteps, 'approve'])
      .where('id', number)
      .as('displays.approve')
      .may(APPROVE, list)
    router
      .post('/displays/:id/withdraw', [c.DisplaySteps, 'withdraw'])
      .where('id', number)
      .as('displays.withdraw')
      .may(MANAGE, list)
    router
      .post('/displays/:id/objections', [c.Objections, 'store'])
      .where('id', number)
      .as('display_objections.store')
      .may(MANAGE, list)
      .takesFile(LARGEST_DOCUMENT_MB + 5)
    router
      .get('/display-objections/:id', [c.Objections, 'show'])
      .where('id', number)
      .as('display_objections.show')
      .may(READ, objection)
    router
      .put('/display-objections/:id', [c.Objections, 'update'])
      .where('id', number)
      .as('display_objections.update')
      .may(APPROVE, objection)
  })
  .prefix('registry')
  .as('registry')
