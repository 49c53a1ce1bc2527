import type { HttpContext } from '@adonisjs/core/http'
import type { Day } from '#core/fiscal'

/** The act of the person at this request: who, under which request, from which day, by which decision. */
export function actOf(
  { auth, request }: HttpContext,
  input: { on?: Day | null; decision_no?: string | null } = {}
) {
  return {
    by: auth.user!.asActor(request.id()),
    on: input.on ?? undefined,
    decisionNo: input.decision_no ?? null,
  }
}
