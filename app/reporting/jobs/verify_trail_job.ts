import { Job } from '#core/jobs/job'
import { verifyTrail } from '#audit/verify'

/** Computes every hash and seal of the trail anew; says whether it is whole, and how many faults. */
export default class VerifyTrailJob extends Job {
  static override readonly kind = 'reporting.verify_trail'

  override async execute() {
    const { ok, rows, seals, problems } = await verifyTrail()
    return { ok, rows, seals, problems: problems.length }
  }
}
