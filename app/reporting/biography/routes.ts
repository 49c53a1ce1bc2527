import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

const c = controllers.reporting.biography
const asset = { param: 'id', of: 'assets' } as const

// بطاقة الأصل joins the register with what other domains know of an asset, so its page lives here.
router
  .group(() => {
    router
      .get('/assets/:id', [c.Biographies, 'show'])
      .where('id', router.matchers.number())
      .as('assets.show')
      .may('registry.assets.read', asset)
    router
      .get('/assets/:id/biography.pdf', [c.BiographyPapers, 'show'])
      .where('id', router.matchers.number())
      .as('assets.paper')
      .may('registry.assets.read', asset)
  })
  .prefix('registry')
  .as('registry')
