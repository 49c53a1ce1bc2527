import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'

const c = controllers.registry.personalCustody
const custody = { param: 'id', of: 'personal_custodies' } as const
const asset = { param: 'id', of: 'assets' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/custodies', [c.PersonalCustodies, 'index'])
      .as('custodies.index')
      .may('registry.assets.read', 'list')
    router
      .get('/assets/:id/custodies/create', [c.PersonalCustodies, 'create'])
      .where('id', number)
      .as('custodies.create')
      .may('registry.assets.manage', asset)
    router
      .post('/assets/:id/custodies', [c.PersonalCustodies, 'store'])
      .where('id', number)
      .as('custodies.store')
      .may('registry.assets.manage', asset)
    router
      .get('/custodies/:id', [c.PersonalCustodies, 'show'])
      .where('id', number)
      .as('custodies.show')
      .may('registry.assets.read', custody)
    router
      .post('/custodies/:id/signature', [c.PersonalCustodies, 'sign'])
      .where('id', number)
      .as('custodies.sign')
      .may(['registry.documents.manage', 'registry.assets.read'], custody)
      .takesFile(LARGEST_DOCUMENT_MB + 5)
    router
      .post('/custodies/:id/return', [c.PersonalCustodies, 'handBack'])
      .where('id', number)
      .as('custodies.return')
      .may('registry.assets.manage', custody)
  })
  .prefix('registry')
  .as('registry')
