import type User from '#identity/models/user'
import { MOVES, type MoveName } from '#registry/encroachments/life'
import type EncroachmentCase from '#registry/models/encroachment_case'
import type LegalisationFile from '#registry/models/legalisation_file'
import type RemovalOrder from '#registry/models/removal_order'

/** The hands that were on a case: who may do what next follows from them (R19). */
export interface Hands {
  surveyor: number | null
  order: RemovalOrder | null
  file: LegalisationFile | null
}

/** People who may not make a move, whatever they hold. */
const BARRED: Partial<
  Record<MoveName, (kase: EncroachmentCase, hands: Hands) => (number | null | undefined)[]>
> = {
  inspect: (kase) => [kase.screenedBy],
  answer_title: (kase, { surveyor }) => [kase.screenedBy, surveyor],
  draft_order: (_kase, { surveyor }) => [surveyor],
  issue_order: (_kase, { order }) => [order?.madeBy, order?.surveyorId],
  refuse_order: (_kase, { order }) => [order?.madeBy],
  execute: (_kase, { order }) => [order?.madeBy, order?.issuedBy, order?.surveyorId],
  reinspect: (_kase, { order }) => [order?.executedBy],
  inspect_file: (_kase, { file }) => [file?.madeBy],
  value: (_kase, { file }) => [file?.inspectorId],
  accept: (_kase, { file }) => [file?.madeBy, file?.valuedBy, file?.inspectorId],
  reject: (_kase, { file }) => [file?.madeBy, file?.valuedBy, file?.inspectorId],
  uphold_grievance: (_kase, { file }) => [file?.decidedBy],
  dismiss_grievance: (_kase, { file }) => [file?.decidedBy],
}

/** The moves that this person may make now: by the table, by his permissions here, by who did what. */
export function movesFor(kase: EncroachmentCase, hands: Hands, user: User): MoveName[] {
  return kase.moves.filter(
    (name) =>
      user.can(MOVES[name].permission, kase.unitId) &&
      !(BARRED[name]?.(kase, hands) ?? []).some((id) => id !== null && Number(id) === user.id)
  )
}
