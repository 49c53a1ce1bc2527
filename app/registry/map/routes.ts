import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.map

router
  .group(() => {
    router.get('/', [c.Maps, 'show']).as('show').may('registry.assets.read', 'list')
    router.get('/window', [c.Windows, 'show']).as('window').may('registry.assets.read', 'list')
    router.get('/limits', [c.Limits, 'index']).as('limits').may('registry.assets.read', 'list')
    router.get('/places', [c.Places, 'index']).as('places').may('registry.assets.read', 'list')
    router
      .get('/assets/:id', [c.MapAssets, 'show'])
      .as('assets.show')
      .may('registry.assets.read', { param: 'id', of: 'assets' })
    router
      .get('/money', [c.Money, 'show'])
      .as('money')
      .may({ all: ['registry.assets.read', 'registry.rights.read'] }, 'list')
  })
  .prefix('registry/map')
  .as('registry.map')
