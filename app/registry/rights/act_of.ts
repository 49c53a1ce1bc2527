import type { HttpContext } from '@adonisjs/core/http'
import type { Finding } from '#registry/rules/finding'

/** The person of this request as the one who acts. */
export function actOf({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail().asActor(request.id()) }
}

/** Says a step was done, and what the rules warned of with it. */
export function tellDone(
  { session, i18n }: HttpContext,
  text: string,
  findings: readonly Finding[]
) {
  const warnings = findings.map(({ messages }) => messages[i18n.locale as 'ar' | 'en'])
  session.flash(warnings.length > 0 ? 'warning' : 'success', [text, ...warnings].join(' '))
}
