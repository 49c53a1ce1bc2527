import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.guarantees
const guarantee = { param: 'id', of: 'guarantees' } as const
const act = { param: 'id', of: 'guarantee_acts' } as const
const number = router.matchers.number()
const READ = 'accounts.guarantees.read'
const MANAGE = 'accounts.guarantees.manage'
/** Which of the two an act needs is judged by the act itself. */
const DECIDE = ['accounts.guarantees.approve', 'accounts.guarantees.forfeit'] as const

router
  .group(() => {
    router.get('/guarantees', [c.Guarantees, 'index']).as('guarantees.index').may(READ, 'list')
    router
      .get('/guarantees/create', [c.Guarantees, 'create'])
      .as('guarantees.create')
      .may(MANAGE, 'list')
    router
      .post('/guarantees', [c.Guarantees, 'store'])
      .as('guarantees.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/guarantees/:id', [c.Guarantees, 'show'])
      .where('id', number)
      .as('guarantees.show')
      .may(READ, guarantee)
    router
      .post('/guarantees/:id/voiding', [c.GuaranteeActs, 'void'])
      .where('id', number)
      .as('guarantees.void')
      .may(MANAGE, guarantee)
    router
      .post('/guarantees/:id/acts', [c.GuaranteeActs, 'store'])
      .where('id', number)
      .as('guarantee_acts.store')
      .may(MANAGE, guarantee)
    router
      .post('/guarantee-acts/:id/approval', [c.GuaranteeActs, 'approve'])
      .where('id', number)
      .as('guarantee_acts.approve')
      .may([...DECIDE], act)
    router
      .post('/guarantee-acts/:id/refusal', [c.GuaranteeActs, 'refuse'])
      .where('id', number)
      .as('guarantee_acts.refuse')
      .may([...DECIDE], act)
  })
  .prefix('accounts')
  .as('accounts')
