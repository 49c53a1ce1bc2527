import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.penalties
const penalty = { param: 'id', of: 'penalties' } as const
const appeal = { param: 'id', of: 'penalty_appeals' } as const
const number = router.matchers.number()
const READ = 'accounts.penalties.read'
const MANAGE = 'accounts.penalties.manage'
const APPROVE = 'accounts.penalties.approve'

router
  .group(() => {
    router.get('/penalties', [c.Penalties, 'index']).as('penalties.index').may(READ, 'list')
    router
      .get('/penalties/create', [c.Penalties, 'create'])
      .as('penalties.create')
      .may(MANAGE, 'list')
    router
      .post('/penalties', [c.Penalties, 'store'])
      .as('penalties.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/penalties/:id', [c.Penalties, 'show'])
      .where('id', number)
      .as('penalties.show')
      .may(READ, penalty)
    router
      .post('/penalties/:id/approval', [c.PenaltySteps, 'approve'])
      .where('id', number)
      .as('penalties.approve')
      .may(APPROVE, penalty)
    router
      .post('/penalties/:id/refusal', [c.PenaltySteps, 'refuse'])
      .where('id', number)
      .as('penalties.refuse')
      .may(APPROVE, penalty)
    router
      .post('/penalties/:id/execution', [c.PenaltySteps, 'execute'])
      .where('id', number)
      .as('penalties.execute')
      .may(MANAGE, penalty)
    router
      .post('/penalties/:id/appeals', [c.PenaltySteps, 'appeal'])
      .where('id', number)
      .as('penalties.appeal')
      .may(MANAGE, penalty)
    router
      .post('/penalty-appeals/:id/decision', [c.PenaltySteps, 'decideAppeal'])
      .where('id', number)
      .as('penalty_appeals.decide')
      .may(APPROVE, appeal)
  })
  .prefix('accounts')
  .as('accounts')
