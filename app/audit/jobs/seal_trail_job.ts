import { Job } from '#core/jobs/job'
import { sealTrail } from '#audit/seal'

/** Seals every chain of the trail as it stands. */
export default class SealTrailJob extends Job {
  static override readonly kind = 'audit.seal_trail'

  override async execute() {
    const seal = await sealTrail()
    return { seal: seal.id, code: seal.code }
  }
}
