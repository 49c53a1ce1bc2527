import type { HttpContext } from '@adonisjs/core/http'
import VerifyTrailJob from '#reporting/jobs/verify_trail_job'

/** Orders the trail to be verified; while one verification is under way, asking again waits for it. */
export default class TrailVerificationsController {
  async store({ auth, response }: HttpContext) {
    // The unit is whose page shows it run; what is verified is every chain.
    const unitId = auth.user!.homeUnitId
    await VerifyTrailJob.enqueue({}, { by: auth.user!, unitId, effectKey: VerifyTrailJob.kind })
    return response.redirect().status(303).toRoute('reporting.trail.index')
  }
}
