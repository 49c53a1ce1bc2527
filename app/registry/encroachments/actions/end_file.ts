import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import type { Moved } from '#registry/encroachments/move_case'
import { liveFile } from '#registry/encroachments/queries/hands'
import { answerOf } from '#registry/encroachments/rules/r18'
import { thaw } from '#registry/encroachments/rules/r20'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type LegalisationFile from '#registry/models/legalisation_file'

/** The file ends; the case stands where its evidence left it, with its charges to the day. */
export async function fallBackFrom(
  kase: EncroachmentCase,
  status: 'rejected' | 'abandoned',
  on: Day,
  reason: string | null,
  trx: Trx
): Promise<Moved> {
  const file = await liveFile(kase, trx)
  await endFile(file, status, on, reason, trx)
  const back = await new AccrueUsage().upTo(kase, on, trx)
  return {
    to: await fallenBack(kase, trx),
    facts: { portalNo: file.portalNo, backCharge: String(back.total), upTo: on },
  }
}

/** Closes a file and lifts what it froze (R20). */
export async function endFile(
  file: LegalisationFile,
  status: 'rejected' | 'abandoned' | 'settled',
  on: Day,
  reason: string | null,
  trx: Trx
): Promise<void> {
  file.merge({ status, closedOn: on, closeReason: reason?.slice(0, 500) ?? null })
  await file.save()
  await thaw(file, trx)
}

/** Where a case stands when its legalisation came to nothing: as far as its evidence goes. */
export async function fallenBack(kase: EncroachmentCase, trx: Trx) {
  const answer = await answerOf(kase, trx)
  if (answer) return answer.verdict
  const minutes = await trx
    .from('encroachment_minutes')
    .where({ case_id: kase.id, episode: kase.episode })
    .first()
  return minutes ? 'minuted' : 'unlawful'
}
