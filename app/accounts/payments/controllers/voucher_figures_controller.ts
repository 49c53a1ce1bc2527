import type { HttpContext } from '@adonisjs/core/http'
import { DomainError, UNFLASHED, type Locale } from '#core/domain_error'
import { safeBackPath } from '#core/safe_back'
import { figuresOf } from '#accounts/payments/figures'
import { figuresForm, rowsOf } from '#accounts/payments/validators'

/** Running totals of a form that is being typed: a part of its page, or the page again without scripts. */
export default class VoucherFiguresController {
  async store(ctx: HttpContext) {
    const { request, response, session, i18n, view } = ctx
    const said = await request.validateUsing(figuresForm)
    const locale: Locale = i18n.locale === 'en' ? 'en' : 'ar'
    const typed = { paymentType: said.payment_type, dueOn: said.due_on, ...rowsOf(said) }
    const figures = await figuresOf(typed, locale).catch((error: unknown) => {
      if (error instanceof DomainError) return { refusal: error.adviceFor(locale) }
      throw error
    })
    if (request.header('x-part') === 'figures') {
      return view.render('pages/accounts/payments/figures', { figures })
    }
    session.flash('figures', figures)
    session.flashExcept(UNFLASHED)
    return response
      .redirect()
      .status(303)
      .toPath(safeBackPath(request) ?? '/accounts/payments/create')
  }
}
