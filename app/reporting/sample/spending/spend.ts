import { openSampleBudget } from '#reporting/sample/spending/budget'
import { bindSampleCredit, watchSampleCredit } from '#reporting/sample/spending/credit'
import { deskOfSample } from '#reporting/sample/spending/desk'
import RaiseNotices from '#accounts/holdings/raise_notices'
import {
  fineInSample,
  giveSampleAdvances,
  holdSampleGuarantees,
} from '#reporting/sample/spending/holdings'
import { keepSampleBooks } from '#reporting/sample/spending/ledger'
import { keepSampleSafes } from '#reporting/sample/spending/safes'
import { bringPastPayments } from '#reporting/sample/spending/past'
import { closeSampleMonths } from '#reporting/sample/spending/closing'
import { readSampleStatements } from '#reporting/sample/spending/statements'
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
}

/**
 * The ends of its months, after whatever else was posted in them: statements of the bank reconciled, days
 * and months closed, and what runs low or out named as the nightly jobs name it.
 */
export async function closeInSample(): Promise<void> {
  const desk = await deskOfSample()
  await readSampleStatements(desk)
  await closeSampleMonths(desk)
  await watchSampleCredit()
  await watchSampleHoldings()
}

/** The diary of letters, advances and sureties that run out. */
async function watchSampleHoldings(): Promise<void> {
  const raise = new RaiseNotices()
  for (const id of await raise.units()) await raise.unit(id)
}
