import type { HttpContext } from '@adonisjs/core/http'
import VerifyTrailJob from '#reporting/jobs/verify_trail_job'

/** Orders the trail to be verified; while one verification is under way, asking again waits for it. */
export default class TrailVerificationsController {
  async store({ auth, response }: HttpContext) {
    await VerifyTrailJob.enqueue({}, { by: auth.user!, effectKey: VerifyTrailJob.kind })
    return response.redirect().status(303).toRoute('reporting.trail.index')
  }
}
