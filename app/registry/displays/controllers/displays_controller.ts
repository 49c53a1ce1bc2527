import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { unitChoice } from '#core/lists/unit_choice'
import KeepList from '#registry/displays/actions/keep_list'
import { displaysList } from '#registry/displays/displays_list'
import { DISPLAY_TONES } from '#registry/displays/life'
import { printList } from '#registry/displays/list_paper'
import DisplayList from '#registry/models/display_list'
import Round from '#registry/models/round'

const newList = vine.create({
  unit_id: vine.number().positive().withoutDecimals(),
  round_id: vine.number().positive().withoutDecimals().optional(),
  title: vine.string().trim().minLength(3).maxLength(200),
  place: vine.string().trim().minLength(3).maxLength(300),
})

/** What hangs out for the public (كشوف العرض): the lists, one of them, its paper, and a new one. */
export default class DisplaysController {
  index(ctx: HttpContext) {
    return listPage(ctx, displaysList, 'pages/registry/displays/index', { nav: 'displays' })
  }

  async create(ctx: HttpContext) {
    const round = await roundOf(ctx, Number(ctx.request.qs().round))
    return ctx.view.render('pages/registry/displays/create', {
      unit: await unitChoice(ctx, 'registry.encroachments.manage'),
      round,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, request, response } = ctx
    const { unit_id: unitId, round_id: roundId, ...said } = await request.validateUsing(newList)
    const round = roundId ? await roundOf(ctx, roundId) : null
    const list = await new KeepList().draft(
      {
        ...said,
        unitId: round?.unitId ?? unitId,
        kind: round ? 'round' : 'legalisation',
        roundId: round?.id,
      },
      { by: { ...auth.getUserOrFail().asActor(request.id()), id: auth.user!.id } }
    )
    return response.redirect().toPath(`/registry/displays/${list.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const list = await listOf(user, params.id)
    await list.load('objections', (query) => void query.preload('entry').orderBy('id'))
    const may = (permission: 'manage' | 'approve') =>
      user.can(`registry.encroachments.${permission}`, list.unitId)
    return view.render('pages/registry/displays/show', {
      list,
      tones: DISPLAY_TONES,
      today: today(),
      may: {
        display: list.status === 'draft' && may('manage'),
        object: list.takesObjections && may('manage'),
        approve: list.isOver && may('approve') && list.madeBy !== user.id,
        withdraw: ['draft', 'displayed'].includes(list.status) && may('manage'),
      },
    })
  }

  async print({ auth, params, request, response, logger }: HttpContext) {
    const list = await listOf(auth.getUserOrFail(), params.id)
    const target = new PassThrough({ highWaterMark: 1 << 20 })
    response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', `inline; filename="display-${list.id}.pdf"`)
      .header('Cache-Control', 'no-store')
    response.stream(target)
    const url = `${request.protocol()}://${request.host()}/registry/displays/${list.id}`
    printList(list, url, target).catch((error) => {
      logger.error({ err: error }, 'a displayed list broke off')
      target.destroy(error)
    })
  }
}

function listOf(user: Parameters<typeof DisplayList.visibleTo>[0], id: number) {
  return DisplayList.visibleTo(user)
    .where('display_lists.id', id)
    .preload('unit')
    .preload('entries', (query) => void query.orderBy('seq'))
    .firstOrFail()
}

function roundOf({ auth }: HttpContext, id: number): Promise<Round | null> {
  return id > 0
    ? Round.visibleTo(auth.getUserOrFail()).where('rounds.id', id).firstOrFail()
    : Promise.resolve(null)
}
