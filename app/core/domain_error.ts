import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { safeBackPath } from '#core/safe_back'

export type Locale = 'ar' | 'en'

/** One sentence for people in both languages of the house, Arabic first. */
export interface Sentence {
  readonly ar: string
  readonly en: string
}

/** Writes a {@link Sentence}: `sentence('لا يوجد رصيد', 'There is no balance')`. */
export function sentence(ar: string, en: string): Sentence {
  return { ar, en }
}

export interface DomainErrorDetails {
  /** What the sentence is about, as data: `{ asked, available, line }`. Never secrets. */
  facts?: Record<string, unknown>
  /** What the person can do about it. */
  cure?: Sentence
  cause?: unknown
}

/** Input that must not rest in the session store between the refusal and the next page. */
export const UNFLASHED = [
  '_csrf',
  '_method',
  'password',
  'password_confirmation',
  'passwordConfirmation',
  'currentPassword',
  'token',
  'nationalId',
  'national_id',
  'iban',
]

/**
 * A rule of the governorate's work that was not met. Each rule is a subclass with its own `code`;
 * the sentence says what is wrong in Arabic and English, the facts carry the figures, the cure says
 * what to do. Throwing it rolls the transaction back; the person sees the sentence.
 */
export class DomainError extends Exception {
  static override status = 422
  static override code = 'E_DOMAIN'

  readonly messages: Sentence
  readonly facts: Readonly<Record<string, unknown>>
  readonly cure?: Sentence

  constructor(messages: Sentence, details: DomainErrorDetails = {}) {
    // Logs and terminals have no locale: they get both languages.
    super(`${messages.ar} — ${messages.en}`, { cause: details.cause })
    this.messages = messages
    this.facts = details.facts ?? {}
    this.cure = details.cure
  }

  /** The sentence alone in the given language. */
  messageFor(locale: string): string {
    return this.messages[localeFrom(locale)]
  }

  /** The sentence followed by its cure, as a person reads it. */
  adviceFor(locale: string): string {
    const cure = this.cure?.[localeFrom(locale)]
    return cure ? `${this.messageFor(locale)} ${cure}` : this.messageFor(locale)
  }

  /** Plain data for JSON clients, command-line `--json` output and job records. */
  toJSON() {
    return {
      code: this.code!,
      message: this.messages.ar,
      messages: this.messages,
      facts: plainFacts(this.facts),
      cure: this.cure ?? null,
    }
  }

  /**
   * Answers the request that broke the rule: JSON clients get the code and the sentence, partial page
   * updates get 422 with the flash area alone, and other browsers go back where they came from.
   */
  handle(error: this, ctx: HttpContext) {
    const locale = localeFrom(ctx.i18n?.locale ?? 'ar')
    const { request, response } = ctx

    if (request.accepts(['html', 'json']) === 'json') {
      return response
        .status(error.status)
        .send({ ...error.toJSON(), message: error.messageFor(locale) })
    }

    if (request.header('X-Up-Version')) {
      // The failed form keeps what was typed: only the flash area of the page is replaced.
      return response
        .status(error.status)
        .header('X-Up-Target', '[up-flashes]')
        .header('Vary', 'X-Up-Version')
        .type('html')
        .send(flashFragment(error.adviceFor(locale), locale))
    }

    const back = safeBackPath(request)
    if (!back || (request.method() === 'GET' && back === request.url(true))) {
      // Nowhere to go back to, or back would be this same refused page again.
      return response
        .status(error.status)
        .type('html')
        .send(refusalPage(error.adviceFor(locale), locale))
    }

    ctx.session?.flash('error', error.adviceFor(locale))
    ctx.session?.flashExcept(UNFLASHED)
    return response.redirect().status(303).toPath(back)
  }
}

function localeFrom(locale: string): Locale {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'ar'
}

/** The page's flash area with one error in it: `<div up-flashes>`, as the layout prints it. */
function flashFragment(text: string, locale: Locale): string {
  return `<div id="flashes" up-flashes lang="${locale}" dir="${directionOf(locale)}"><div class="alert alert-danger" role="alert">${escapeHtml(text)}</div></div>`
}

function refusalPage(text: string, locale: Locale): string {
  const home = locale === 'ar' ? 'العودة إلى الصفحة الرئيسية' : 'Back to the home page'
  return `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${locale === 'ar' ? 'ديوان' : 'Diwan'}</title></head><body><main>${flashFragment(text, locale)}<p><a href="/">${home}</a></p></main></body></html>`
}

function directionOf(locale: Locale) {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** JSON has no bigint: such facts travel as decimal text. */
function plainFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(facts, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  )
}
