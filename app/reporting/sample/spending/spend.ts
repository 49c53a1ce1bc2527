import { openSampleBudget } from '#reporting/sample/spending/budget'
import { bindSampleCredit, watchSampleCredit } from '#reporting/sample/spending/credit'
import { deskOfSample } from '#reporting/sample/spending/desk'
import {
  fineInSample,
  giveSampleAdvances,
  holdSampleGuarantees,
} from '#reporting/sample/spending/holdings'
import { keepSampleBooks } from '#reporting/sample/spending/ledger'
import { keepSampleSafes } from '#reporting/sample/spending/safes'
import { bringPastPayments } from '#reporting/sample/spending/past'
import { recordSamplePayees } from '#reporting/sample/spending/payees'
import { paySampleForms } from '#reporting/sample/spending/payments'

/**
 * A fiscal year's expenditure of the sample until today, through the same actions as its pages: what was
 * decided, and what waits for whom. Each part is done once; a second call changes nothing.
 * @throws SampleNotLoadedError
 */
export async function spendInSample(): Promise<void> {
  const desk = await deskOfSample()
  await openSampleBudget(desk)
  await bindSampleCredit(desk)
  await recordSamplePayees(desk)
  await bringPastPayments()
  await paySampleForms(desk)
  await giveSampleAdvances(desk)
  await holdSampleGuarantees(desk)
  await fineInSample(desk)
  await keepSampleSafes(desk)
  await keepSampleBooks(desk)
  await watchSampleCredit()
}
