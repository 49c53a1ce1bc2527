import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { UNFLASHED } from '#core/domain_error'
import { safeBackPath } from '#core/safe_back'
import { refusalPage } from '#core/web/refusal_page'

/**
 * Turns every error into an answer. Rule errors answer for themselves (`DomainError.handle`); a form
 * that is refused goes back to its page with the errors beside its fields; everything else becomes a
 * page in the person's language that says what to do.
 */
export default class HttpExceptionHandler extends ExceptionHandler {
  /** The developer's page with the stack, for errors of the program while it is being built. */
  protected debug = app.inDev

  async handle(error: unknown, ctx: HttpContext) {
    if (isExpiredForm(error)) return this.#askAgain(error, ctx)
    return super.handle(error, ctx)
  }

  async report(error: unknown, ctx: HttpContext) {
    return super.report(error, ctx)
  }

  override async renderErrorAsHTML(error: any, ctx: HttpContext) {
    const status = error.status ?? 500
    if (status >= 500 && this.isDebuggingEnabled(ctx)) return super.renderErrorAsHTML(error, ctx)
    const page = await refusalPage(ctx, status)
    ctx.response.status(status).type('html').send(page)
  }

  /** Without a session (no form of ours) the errors are told on a page of their own. */
  override async renderValidationErrorAsHTML(error: any, ctx: HttpContext) {
    if (!ctx.session) return this.renderErrorAsHTML({ ...error, status: 400 }, ctx)
    ctx.session.flashValidationErrors(error, false)
    ctx.session.flashExcept(UNFLASHED)
    ctx.response
      .redirect()
      .status(303)
      .toPath(safeBackPath(ctx.request) ?? '/')
  }

  /** A form that stood open too long comes back with what was typed and a fresh token: send it again. */
  async #askAgain(error: ExpiredForm, ctx: HttpContext) {
    const back = safeBackPath(ctx.request)
    const wantsPage = ctx.request.accepts(['html', 'json']) === 'html'
    if (!ctx.session || !back || !wantsPage) {
      return this.renderError(Object.assign(error, { status: 419 }) as never, ctx)
    }
    ctx.session.flash('error', sayInTheirLanguage(ctx))
    ctx.session.flashExcept(UNFLASHED)
    ctx.response.redirect().status(303).toPath(back)
  }
}

/** The forgery check runs before the page's language is known. */
function sayInTheirLanguage(ctx: HttpContext): string {
  const english = ctx.request.plainCookie('locale', 'ar', false) === 'en'
  return english
    ? 'The page had been open too long and its form expired. What you typed is kept: send it again.'
    : 'ظلت الصفحة مفتوحة طويلًا فانتهت صلاحية نموذجها. ما كتبته محفوظ أمامك: أرسله مرة أخرى.'
}

interface ExpiredForm {
  code: 'E_BAD_CSRF_TOKEN'
}

function isExpiredForm(error: unknown): error is ExpiredForm {
  return (error as { code?: string } | null)?.code === 'E_BAD_CSRF_TOKEN'
}
