import type { HttpContext } from '@adonisjs/core/http'
import { today } from '#core/days'

/** Who makes something at this request, and the day it counts from. */
export function makerOf({ auth, request }: HttpContext) {
  const user = auth.getUserOrFail()
  return { by: { ...user.asActor(request.id()), id: user.id }, on: today() }
}

/** Who decides on what another made, and the day it counts from. */
export function deciderOf({ auth, request }: HttpContext) {
  return { by: auth.getUserOrFail(), requestId: request.id(), on: today() }
}
