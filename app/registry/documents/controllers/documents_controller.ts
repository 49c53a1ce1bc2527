import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { DomainError } from '#core/domain_error'
import listPage from '#core/lists/list_page'
import KeepDocument from '#registry/actions/keep_document'
import { documentsList } from '#registry/documents/documents_list'
import { NotAScanError, PictureMissingError, ScanTooLargeError } from '#registry/documents/errors'
import { DOCUMENT_KINDS, LARGEST_DOCUMENT_MB, SECURITY_CLASSES } from '#registry/documents/kinds'
import { ENDINGS } from '#registry/documents/media_type'
import { subjectRow } from '#registry/documents/queries'
import { DOCUMENT_SUBJECTS, subjectOf } from '#registry/documents/subjects'
import { newDocument } from '#registry/documents/validators'
import Document from '#registry/models/document'

/** Papers and photographs: the list of them, one of them, and a new one on an asset, a right … */
export default class DocumentsController {
  index(ctx: HttpContext) {
    return listPage(ctx, documentsList, 'pages/core/list', {
      title: 'registry.documents.title',
      subtitle: 'registry.documents.subtitle',
      nav: 'documents',
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const document = await Document.visibleTo(auth.user!)
      .where('documents.id', params.id)
      .preload('file')
      .preload('unit')
      .preload('links')
      .firstOrFail()
    const known = document.links.filter(({ subjectType }) => subjectOf(subjectType))
    const links = await Promise.all(
      known.map(({ subjectType, subjectId }) => subjectRow(subjectType, Number(subjectId)))
    )
    return view.render('pages/registry/documents/show', { document, links })
  }

  async create(ctx: HttpContext) {
    const target = await subjectRow(typeOf(ctx), Number(ctx.params.id))
    return ctx.view.render('pages/registry/documents/create', {
      target,
      kinds: DOCUMENT_KINDS,
      classes: SECURITY_CLASSES,
      limit: LARGEST_DOCUMENT_MB,
      endings: ENDINGS,
      chosenKind: ctx.request.qs().kind,
    })
  }

  async store(ctx: HttpContext) {
    const { request, response, auth, session, i18n } = ctx
    const target = await subjectRow(typeOf(ctx), Number(ctx.params.id))
    const {
      file,
      original_place: originalPlace,
      security_class: securityClass,
      ...said
    } = await request.validateUsing(newDocument)
    const kept = await new KeepDocument()
      .handle(
        {
          ...said,
          unitId: target.unitId,
          originalPlace,
          securityClass,
          file: file && { from: file.tmpPath!, originalName: file.clientName },
          links: [{ type: target.subject.type, id: target.id }],
        },
        { by: auth.getUserOrFail().asActor(request.id()) }
      )
      .catch((error) => besideFile(error, i18n.locale))
    const warnings = kept.findings.map(({ messages }) => messages[i18n.locale as 'ar' | 'en'])
    session.flash(
      warnings.length > 0 ? 'warning' : 'success',
      [i18n.t(`registry.documents.${kept.isNew ? 'kept' : 'held'}`), ...warnings].join(' ')
    )
    return response.redirect().status(303).toPath(target.subject.url(target.id))
  }
}

/** Which kind of thing the address is about: `/registry/assets/7/documents`. */
function typeOf({ route }: HttpContext): string {
  const path = route!.pattern.split('/')[2]
  return DOCUMENT_SUBJECTS.find((subject) => subject.path === path)!.type
}

function besideFile(error: unknown, locale: string): never {
  const isAboutFile = [NotAScanError, PictureMissingError, ScanTooLargeError].some(
    (kind) => error instanceof kind
  )
  if (!isAboutFile || !(error instanceof DomainError)) throw error
  throw new errors.E_VALIDATION_ERROR([
    { field: 'file', rule: error.code!, message: error.adviceFor(locale) },
  ])
}
