import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import PrinterOffset from '#accounts/models/printer_offset'
import { testSheet } from '#accounts/payments/prints/test_sheet'

/** Millimetres as typed: `-1.5`. */
const millimetres = () => vine.number().min(-30).max(30).decimal([0, 1])

const offset = vine.create({
  printer: vine.string().trim().minLength(1).maxLength(60),
  x: millimetres(),
  y: millimetres(),
})

/** A person's printers and by how much each is off; his own alone. */
export default class PrintersController {
  async index({ auth, view }: HttpContext) {
    const printers = await PrinterOffset.query()
      .where('user_id', auth.getUserOrFail().id)
      .orderBy('printer')
    return view.render('pages/accounts/payments/printers', { printers })
  }

  async store({ auth, i18n, request, response, session }: HttpContext) {
    const { printer, x, y } = await request.validateUsing(offset)
    await PrinterOffset.updateOrCreate(
      { userId: auth.getUserOrFail().id, printer },
      { xTenths: Math.round(x * 10), yTenths: Math.round(y * 10) }
    )
    session.flash('success', i18n.t('accounts.prints.kept', { printer }))
    return response.redirect().status(303).toPath('/accounts/printers')
  }

  async destroy({ auth, params, response }: HttpContext) {
    const own = { user_id: auth.getUserOrFail().id, id: params.id }
    await PrinterOffset.query().where(own).delete()
    return response.redirect().status(303).toPath('/accounts/printers')
  }

  /** The sheet of crosses that is measured, with the offset of one of his printers where one is named. */
  async sheet({ auth, request, response }: HttpContext) {
    const own = await PrinterOffset.query()
      .where('user_id', auth.getUserOrFail().id)
      .where('id', Number(request.qs().printer) || 0)
      .first()
    const file = await testSheet({ x: own?.x ?? 0, y: own?.y ?? 0 })
    return response
      .header('Content-Type', 'application/pdf')
      .header('Content-Disposition', 'inline; filename="printer.pdf"')
      .header('Cache-Control', 'private, no-store')
      .send(file)
  }
}
