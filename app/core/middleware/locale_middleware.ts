import { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import type { NextFn } from '@adonisjs/core/types/http'
import { type HttpContext, RequestValidator } from '@adonisjs/core/http'

/**
 * The language of the page: what the person chose (cookie `locale`), else Arabic. The browser's
 * own preference is not asked, because offices run English Windows for Arabic readers.
 */
export default class LocaleMiddleware {
  static {
    RequestValidator.messagesProvider = (ctx) => ctx.i18n.createMessagesProvider()
  }

  handle(ctx: HttpContext, next: NextFn) {
    const chosen = ctx.request.plainCookie('locale', 'ar', false)
    const locale = chosen === 'en' ? 'en' : 'ar'
    ctx.i18n = i18nManager.locale(locale)
    ctx.containerResolver.bindValue(I18n, ctx.i18n)
    if ('view' in ctx) {
      ctx.view.share({
        i18n: ctx.i18n,
        t: (key: string, data?: Record<string, unknown>) => ctx.i18n.t(key, data),
        locale,
        direction: locale === 'ar' ? 'rtl' : 'ltr',
      })
    }
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
  }
}
