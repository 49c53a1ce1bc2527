import type { HttpContext } from '@adonisjs/core/http'
import { DomainError, sentence } from '#core/domain_error'

/** A request that the standard tells to refuse: an unknown parameter, a limit that is no number. */
export class OgcRequestError extends DomainError {
  static override code = 'E_OGC_REQUEST'
  static override status = 400

  constructor(parameter: string, ar: string, en: string) {
    super(sentence(`المعامل «${parameter}»: ${ar}`, `Parameter "${parameter}": ${en}`), {
      facts: { parameter },
    })
  }

  /** The exception document of OGC API – Common, whatever the client accepts. */
  override async handle(error: this, { response, i18n }: HttpContext) {
    const locale = i18n?.locale === 'en' ? 'en' : 'ar'
    response
      .status(error.status)
      .header('Content-Type', 'application/json; charset=utf-8')
      .send({
        code: 'InvalidParameterValue',
        description: error.messageFor(locale),
        parameter: error.facts.parameter,
      })
  }
}
