import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.advances
const advance = { param: 'id', of: 'advances' } as const
const part = { param: 'id', of: 'advance_settlements' } as const
const number = router.matchers.number()
const READ = 'accounts.advances.read'
const MANAGE = 'accounts.advances.manage'
const APPROVE = 'accounts.advances.approve'

router
  .group(() => {
    router.get('/advances', [c.Advances, 'index']).as('advances.index').may(READ, 'list')
    router.get('/advances/create', [c.Advances, 'create']).as('advances.create').may(MANAGE, 'list')
    router
      .post('/advances', [c.Advances, 'store'])
      .as('advances.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/advances/:id', [c.Advances, 'show'])
      .where('id', number)
      .as('advances.show')
      .may(READ, advance)
    router
      .post('/advances/:id/approval', [c.AdvanceSteps, 'approve'])
      .where('id', number)
      .as('advances.approve')
      .may(APPROVE, advance)
    router
      .post('/advances/:id/refusal', [c.AdvanceSteps, 'refuse'])
      .where('id', number)
      .as('advances.refuse')
      .may(APPROVE, advance)
    router
      .post('/advances/:id/cancellation', [c.AdvanceSteps, 'cancel'])
      .where('id', number)
      .as('advances.cancel')
      .may(MANAGE, advance)
    router
      .post('/advances/:id/settlements', [c.AdvanceSteps, 'settle'])
      .where('id', number)
      .as('advances.settle')
      .may(MANAGE, advance)
    router
      .post('/advance-settlements/:id/approval', [c.AdvanceSteps, 'approvePart'])
      .where('id', number)
      .as('advance_settlements.approve')
      .may(APPROVE, part)
    router
      .post('/advance-settlements/:id/refusal', [c.AdvanceSteps, 'refusePart'])
      .where('id', number)
      .as('advance_settlements.refuse')
      .may(APPROVE, part)
  })
  .prefix('accounts')
  .as('accounts')
