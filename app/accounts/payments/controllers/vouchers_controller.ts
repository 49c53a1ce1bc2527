import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'
import listPage from '#core/lists/list_page'
import { VOUCHER_TONES } from '#accounts/payments/life'
import { shareOf } from '#accounts/payments/prints/share'
import { voucherPage } from '#accounts/payments/voucher_page'
import { vouchersList, waitingList } from '#accounts/payments/vouchers_list'

/** Forms 50: all of them, those that wait for who looks, and one with its whole chain. */
export default class VouchersController {
  index(ctx: HttpContext) {
    return listPage(ctx, vouchersList, 'pages/accounts/payments/index', { nav: 'payments' })
  }

  waiting(ctx: HttpContext) {
    return listPage(ctx, waitingList, 'pages/accounts/payments/waiting', {
      nav: 'payments_waiting',
    })
  }

  async show({ auth, params, view, i18n }: HttpContext) {
    const page = await voucherPage(auth.getUserOrFail(), Number(params.id), i18n.locale)
    return view.render('pages/accounts/payments/show', {
      ...page,
      tones: VOUCHER_TONES,
      shareOf,
      today: today(),
    })
  }
}
