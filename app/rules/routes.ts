import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.rules
const number = router.matchers.number()
const READ = 'core.settings.read'
const MANAGE = 'core.settings.manage'
const APPROVE = 'core.settings.approve'

// Rules hold for every unit, so none of them is a unit's row; who approves speaks for the house.
router
  .group(() => {
    router.get('/', [c.Rules, 'index']).as('index').may(READ, 'none')
    router.get('/changes', [c.RuleChanges, 'index']).as('changes.index').may(READ, 'none')
    router
      .get('/changes/:id', [c.RuleChanges, 'show'])
      .where('id', number)
      .as('changes.show')
      .may(READ, 'none')
    router
      .post('/changes/:id/approval', [c.RuleChangeDecisions, 'approve'])
      .where('id', number)
      .as('changes.approve')
      .may(APPROVE, 'none')
    router
      .post('/changes/:id/refusal', [c.RuleChangeDecisions, 'refuse'])
      .where('id', number)
      .as('changes.refuse')
      .may(APPROVE, 'none')
    router
      .post('/changes/:id/withdrawal', [c.RuleChangeDecisions, 'withdraw'])
      .where('id', number)
      .as('changes.withdraw')
      .may(MANAGE, 'none')
    router.get('/:subject', [c.Rules, 'subject']).as('subject').may(READ, 'none')
    router.get('/:subject/create', [c.RuleVersions, 'create']).as('create').may(MANAGE, 'none')
    router.post('/:subject', [c.RuleVersions, 'store']).as('store').may(MANAGE, 'none')
    router.get('/:subject/:id', [c.Rules, 'show']).where('id', number).as('show').may(READ, 'none')
    router
      .get('/:subject/:id/edit', [c.RuleVersions, 'edit'])
      .where('id', number)
      .as('edit')
      .may(MANAGE, 'none')
    router
      .post('/:subject/:id/versions', [c.RuleVersions, 'update'])
      .where('id', number)
      .as('update')
      .may(MANAGE, 'none')
    router
      .post('/:subject/:id/end', [c.RuleSteps, 'end'])
      .where('id', number)
      .as('end')
      .may(MANAGE, 'none')
    router
      .post('/:subject/:id/confirmation', [c.RuleSteps, 'confirm'])
      .where('id', number)
      .as('confirm')
      .may(MANAGE, 'none')
  })
  .prefix('rules')
  .as('rules')
