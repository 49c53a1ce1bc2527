import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.registry.ogc

/**
 * OGC API – Features: the layers of the map for QGIS, GDAL and other programs, by session, by bearer
 * token or by Basic with an application password.
 */
router
  .group(() => {
    const pages = [
      router.get('/', [c.Landing, 'show']).as('landing'),
      router.get('/conformance', [c.Conformance, 'show']).as('conformance'),
      router.get('/api', [c.Descriptions, 'show']).as('api'),
      router.get('/collections', [c.Collections, 'index']).as('collections.index'),
      router.get('/collections/:collection', [c.Collections, 'show']).as('collections.show'),
      router.get('/collections/:collection/schema', [c.Schemas, 'show']).as('schemas.show'),
      router.get('/collections/:collection/items', [c.Items, 'index']).as('items.index'),
      router.get('/collections/:collection/items/:feature', [c.Items, 'show']).as('items.show'),
    ]
    for (const page of pages) page.may('registry.assets.read', 'list').takesTokens('ogc')
  })
  .prefix('ogc')
  .as('ogc')
