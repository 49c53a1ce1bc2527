import { createReadStream } from 'node:fs'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import MakeBatch from '#accounts/banking/batches/make_batch'
import { takeFile } from '#accounts/banking/batches/take_file'
import { batchesList } from '#accounts/banking/lists/batches_list'
import { BATCH_TONES } from '#accounts/banking/lists/tones'
import {
  accountChoices,
  accountNamed,
  debitsOf,
  layoutChoices,
  ordersToSend,
} from '#accounts/banking/queries'
import { namesOf } from '#accounts/books/papers/people'
import OrderBatch from '#accounts/models/order_batch'

const id = () => vine.number().positive().withoutDecimals()
const form = vine.create({
  bank_account_id: id(),
  layout: vine.string().trim().maxLength(30),
  orders: vine.array(id()).maxLength(1000).optional(),
})

/** Batches of payment orders: the list, one with its orders and file, and a new one. */
export default class OrderBatchesController {
  index(ctx: HttpContext) {
    return listPage(ctx, batchesList, 'pages/accounts/banking/batches', { nav: 'order_batches' })
  }

  async create({ auth, request, view, i18n }: HttpContext) {
    const choices = await accountChoices(auth.getUserOrFail(), 'accounts.payments.manage')
    const asked = Number(request.qs().account)
    const account = choices.find(({ value }) => value === asked) ?? null
    return view.render('pages/accounts/banking/batch_form', {
      choices,
      account,
      orders: account ? await ordersToSend(asked) : [],
      layouts: await layoutChoices(i18n.locale as 'ar'),
    })
  }

  async store({ auth, request, response }: HttpContext) {
    const said = await request.validateUsing(form)
    const { bank_account_id: bankAccountId, layout: layoutCode, orders = [] } = said
    const act = { by: auth.getUserOrFail(), on: today(), requestId: request.id() }
    const batch = await new MakeBatch().handle({ bankAccountId, layoutCode, orderIds: orders }, act)
    return response.redirect().status(303).toPath(`/accounts/banking/batches/${batch.id}`)
  }

  async show({ auth, params, view }: HttpContext) {
    const user = auth.getUserOrFail()
    const batch = await OrderBatch.visibleTo(user)
      .where('order_batches.id', params.id)
      .preload('unit')
      .preload('file')
      .preload('orders', (orders) => void orders.orderBy('id'))
      .firstOrFail()
    const { madeBy, firstSignedBy, secondSignedBy, status, unitId } = batch
    const waits = ['made', 'signed_first'].includes(status)
    const can = (verb: 'manage' | 'sign') => user.can(`accounts.payments.${verb}`, unitId)
    return view.render('pages/accounts/banking/batch', {
      ...{ batch, tones: BATCH_TONES, debits: await debitsOf(batch.id) },
      account: await accountNamed(batch.bankAccountId),
      names: await namesOf([madeBy, firstSignedBy, secondSignedBy]),
      may: {
        sign: waits && can('sign') && ![madeBy, firstSignedBy].includes(user.id),
        cancel: waits && can('manage'),
        take: status === 'signed' && can('manage'),
      },
    })
  }

  /** The file itself; each taking of it is told in the trail. */
  async file({ auth, params, request, response }: HttpContext) {
    const act = { by: auth.getUserOrFail(), requestId: request.id() }
    const file = await takeFile(Number(params.id), act)
    response
      .header('Content-Type', file.mediaType)
      .header('Content-Disposition', `attachment; filename="${file.originalName}"`)
      .header('Cache-Control', 'no-store')
    return response.stream(createReadStream(file.absolutePath))
  }
}
