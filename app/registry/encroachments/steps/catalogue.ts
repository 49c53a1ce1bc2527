import type { MoveName } from '#registry/encroachments/life'
import { court } from '#registry/encroachments/steps/court'
import { evidence } from '#registry/encroachments/steps/evidence'
import { legalisation } from '#registry/encroachments/steps/legalisation'
import { removal } from '#registry/encroachments/steps/removal'
import type { Step } from '#registry/encroachments/steps/step'

/** What each move of a case asks for on its form, and the action behind it, stage by stage. */
export const STEPS: Readonly<Record<MoveName, Step>> = {
  ...evidence,
  ...removal,
  ...legalisation,
  ...court,
}
