import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import { fiscalDate } from '#core/validators'
import HearObjection from '#registry/displays/actions/hear_objection'
import { LARGEST_DOCUMENT_MB } from '#registry/documents/kinds'
import { documentsOf } from '#registry/documents/queries'
import DisplayObjection from '#registry/models/display_objection'

const newObjection = vine.create({
  entry_id: vine.number().positive().withoutDecimals().optional(),
  received_on: fiscalDate({ notAfterToday: true }),
  objector_name: vine.string().trim().minLength(3).maxLength(200),
  text: vine.string().trim().minLength(5).maxLength(2000),
  file: vine.file({ size: `${LARGEST_DOCUMENT_MB}mb` }).optional(),
})
const decision = vine.create({
  verdict: vine.enum(['accepted', 'refused']),
  reason: vine.string().trim().minLength(5).maxLength(1000),
  on: fiscalDate({ notAfterToday: true }),
})

/** Objections against a displayed list: written down, read with their papers, and decided. */
export default class ObjectionsController {
  async store({ auth, params, request, response }: HttpContext) {
    const user = auth.getUserOrFail()
    const said = await request.validateUsing(newObjection)
    const { file } = said
    await new HearObjection().record(
      Number(params.id),
      {
        entryId: said.entry_id,
        receivedOn: said.received_on,
        objectorName: said.objector_name,
        text: said.text,
        file: file ? { from: file.tmpPath!, originalName: file.clientName } : null,
      },
      { by: { ...user.asActor(request.id()), id: user.id } }
    )
    return response.redirect().status(303).toPath(`/registry/displays/${params.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const objection = await DisplayObjection.visibleTo(user)
      .where('display_objections.id', params.id)
      .preload('list')
      .preload('entry')
      .firstOrFail()
    const subject = { type: 'display_objection', id: objection.id }
    const restricted = user.can('registry.restricted.read', objection.unitId)
    const isOwn = objection.madeBy === user.id
    const mayDecide = user.can('registry.encroachments.approve', objection.unitId)
    return view.render('pages/registry/displays/objection', {
      objection,
      today: today(),
      documents: await documentsOf(subject, { restricted }),
      may: {
        decide: objection.status === 'open' && mayDecide && !isOwn,
        document: user.can('registry.documents.manage', objection.unitId),
      },
      waits: objection.status === 'open' && mayDecide && isOwn,
    })
  }

  async update({ auth, params, request, response }: HttpContext) {
    const said = await request.validateUsing(decision)
    const by = { by: auth.getUserOrFail(), requestId: request.id() }
    const { listId } = await new HearObjection().decide(Number(params.id), said, by)
    return response.redirect().status(303).toPath(`/registry/displays/${listId}`)
  }
}
