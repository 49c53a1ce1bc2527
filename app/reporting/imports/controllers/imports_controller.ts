import type { HttpContext } from '@adonisjs/core/http'
import { unitChoice } from '#core/lists/unit_choice'
import { List, wordsOf } from '#core/lists/list'
import listPage, { listView } from '#core/lists/list_page'
import { importKinds } from '#core/imports/kinds'
import type { Permission } from '#identity/permissions'
import { receiveFile } from '#reporting/imports/actions/receive_file'
import { KindNotAllowedError } from '#reporting/imports/errors'
import { STATE_TONES, importsList } from '#reporting/imports/lists/imports_list'
import { rejectionsList } from '#reporting/imports/lists/rejections_list'
import { hasHeadings, openFile } from '#reporting/imports/queries/opened_file'
import { importPage } from '#reporting/imports/queries/import_page'
import { kindCards } from '#reporting/imports/queries/kind_cards'
import { ENDINGS, LARGEST_MB, batchOf, beside } from '#reporting/imports/upload'
import { newImport } from '#reporting/imports/validators'

/** Files brought in: the list of them, a new one, and the page that tells how one stands. */
export default class ImportsController {
  index(ctx: HttpContext) {
    return listPage(ctx, importsList, 'pages/imports/index')
  }

  async create(ctx: HttpContext) {
    const { locale } = wordsOf(ctx)
    const user = ctx.auth.getUserOrFail()
    const { homeUnitId } = user
    return ctx.view.render('pages/imports/create', {
      kinds: await kindCards(user, locale),
      chosenKind: ctx.request.qs().kind,
      unit: await unitChoice(ctx, 'core.imports.create'),
      home: user.can('core.imports.create', homeUnitId) ? homeUnitId : undefined,
      limit: LARGEST_MB,
      endings: ENDINGS,
    })
  }

  async store({ request, response, auth, i18n }: HttpContext) {
    const { kind, unit_id: unitId, file } = await request.validateUsing(newImport)
    const received = { kind, unitId, path: file.tmpPath!, originalName: file.clientName }
    const user = auth.getUserOrFail()
    const { permission } = await importKinds.definition(kind)
    if (!user.can(permission as Permission, unitId)) {
      beside('kind', new KindNotAllowedError(kind), i18n.locale)
    }
    const by = user.asActor(request.id())
    const batch = await receiveFile(received, by).catch((error) =>
      beside('file', error, i18n.locale)
    )
    const step = hasHeadings(await openFile(batch)) ? 'reading' : 'mapping'
    return response.redirect().status(303).toPath(`/imports/${batch.id}/${step}`)
  }

  async show(ctx: HttpContext) {
    const batch = await batchOf(ctx.params.id)
    const rejections = rejectionsList(batch.id, await importKinds.definition(batch.kind))
    if (ctx.request.qs().format) return listPage(ctx, rejections, 'pages/imports/show')
    const user = ctx.auth.getUserOrFail()
    const page = await importPage(batch, wordsOf(ctx))
    return ctx.view.render('pages/imports/show', {
      ...page,
      tone: STATE_TONES[page.shown],
      list:
        page.judged && batch.rejected > 0 ? await listView(await List.from(ctx, rejections)) : null,
      may: {
        make: user.can('core.imports.create', batch.unitId),
        map:
          user.can('core.imports.create', batch.unitId) &&
          [null, user.id].includes(batch.createdBy),
        approve: user.can('core.imports.approve', batch.unitId) && batch.createdBy !== user.id,
        undo: user.can('core.imports.undo', batch.unitId),
      },
      isMaker: batch.createdBy === user.id,
    })
  }
}
