import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.accounts.sureties
const number = router.matchers.number()
const READ = 'accounts.safes.read'
const MANAGE = 'accounts.safes.manage'

router
  .group(() => {
    router.get('/sureties', [c.Sureties, 'index']).as('sureties.index').may(READ, 'list')
    router.get('/sureties/create', [c.Sureties, 'create']).as('sureties.create').may(MANAGE, 'list')
    router
      .post('/sureties', [c.Sureties, 'store'])
      .as('sureties.store')
      .may(MANAGE, { input: 'unit_id', of: 'units' })
    router
      .get('/sureties/:id', [c.Sureties, 'show'])
      .where('id', number)
      .as('sureties.show')
      .may(READ, { param: 'id', of: 'sureties' })
    router
      .post('/sureties/:id/release', [c.Sureties, 'release'])
      .where('id', number)
      .as('sureties.release')
      .may(MANAGE, { param: 'id', of: 'sureties' })
    router
      .get('/sureties/:id/renewal', [c.Sureties, 'renew'])
      .where('id', number)
      .as('sureties.renew')
      .may(MANAGE, { param: 'id', of: 'sureties' })
  })
  .prefix('accounts')
  .as('accounts')
