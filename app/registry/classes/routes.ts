import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.classes
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/classes', [c.Classes, 'index'])
      .as('classes.index')
      .may('registry.assets.read', 'none')
    // What a class asks is asked of every unit: only who approves for all of them changes it.
    router
      .get('/classes/:id/edit', [c.Classes, 'edit'])
      .where('id', number)
      .as('classes.edit')
      .may('registry.assets.approve', 'everywhere')
    router
      .put('/classes/:id', [c.Classes, 'update'])
      .where('id', number)
      .as('classes.update')
      .may('registry.assets.approve', 'everywhere')
  })
  .prefix('registry')
  .as('registry')
