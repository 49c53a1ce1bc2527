import router from '@adonisjs/core/services/router'
import '#core/web/uploads'
import { controllers } from '#generated/controllers'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'
import { DOCUMENT_SUBJECTS } from '#registry/documents/subjects'

const c = controllers.registry.documents
const document = { param: 'id', of: 'documents' } as const
const number = router.matchers.number()

router
  .group(() => {
    router
      .get('/documents', [c.Documents, 'index'])
      .as('documents.index')
      .may('registry.assets.read', 'list')
    router
      .get('/documents/:id', [c.Documents, 'show'])
      .where('id', number)
      .as('documents.show')
      .may('registry.assets.read', document)
    router
      .get('/documents/:id/file', [c.DocumentFiles, 'show'])
      .where('id', number)
      .as('document_files.show')
      .may('registry.assets.read', document)

    for (const { path, table } of DOCUMENT_SUBJECTS) {
      const of = { param: 'id', of: table } as const
      router
        .get(`/${path}/:id/documents/create`, [c.Documents, 'create'])
        .where('id', number)
        .as(`${path}.documents.create`)
        .may('registry.documents.manage', of)
      router
        .post(`/${path}/:id/documents`, [c.Documents, 'store'])
        .where('id', number)
        .as(`${path}.documents.store`)
        // Above the largest scan, so that it can be refused beside its field.
        .takesFile(LARGEST_DOCUMENT_MB + 5)
        .may('registry.documents.manage', of)
    }
  })
  .prefix('registry')
  .as('registry')
