import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Locale } from '#core/domain_error'
import { fieldState, type FieldInput } from '#core/web/field_state'
import * as format from '#core/web/format'
import { initials } from '#core/web/initials'
import { navigationFor, pathOf } from '#core/web/navigation'
import { themeOf } from '#core/web/preferences'
import { viewerCan, viewerOf, viewerUnit } from '#core/web/viewer'

/**
 * Gives every page the helpers of the kit in the person's language (`money`, `day`, `can` …) and
 * answers 422 when a form that was sent as a partial update comes back with errors.
 */
export default class PageMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    this.#share(ctx)
    const refused = this.#comesBackRefused(ctx)
    const result = await next()

    ctx.response.append('Vary', 'X-Up-Version')
    // A redirect back looks like success to the browser's script; the form it leads to says otherwise.
    if (refused && ctx.response.getStatus() === 200) ctx.response.status(422)
    return result
  }

  #share(ctx: HttpContext) {
    if (!('view' in ctx)) return
    const locale = ctx.i18n.locale as Locale
    ctx.view.share({
      money: (value: Parameters<typeof format.formatMoney>[0]) => format.formatMoney(value, locale),
      number: format.formatNumber,
      day: format.formatShortDay,
      longDay: (value: string | null) => format.formatLongDay(value, locale),
      month: (value: Parameters<typeof format.formatMonth>[0]) => format.formatMonth(value, locale),
      moment: format.formatMoment,
      apart: format.apart,
      bytes: format.formatBytes,
      can: (permission?: string) => viewerCan(ctx, permission),
      navigation: () => navigationFor(ctx),
      viewer: () => viewerOf(ctx),
      viewerUnit: () => viewerUnit(ctx),
      initials,
      pathOf,
      field: (input: FieldInput) => fieldState(input, ctx.session?.flashMessages),
      formErrors: () => Object.keys(ctx.session?.flashMessages?.get('inputErrorsBag', {}) ?? {}),
      theme: themeOf(ctx.request),
      here: ctx.request.url(true),
      path: ctx.request.url(),
    })
  }

  #comesBackRefused(ctx: HttpContext): boolean {
    if (ctx.request.method() !== 'GET' || !ctx.request.header('X-Up-Version')) return false
    return ctx.session?.flashMessages?.has('inputErrorsBag') ?? false
  }
}
