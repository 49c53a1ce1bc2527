import CreateSampleAccounts from '#identity/actions/create_sample_accounts'
import { workOnBooks } from '#reporting/sample/office/books'
import { workOnCases } from '#reporting/sample/office/cases'
import { handOverEquipment, workOnRegister } from '#reporting/sample/office/register'
import { bringRightsUpToDate, workOnRights } from '#reporting/sample/office/rights'
import { workOnRound } from '#reporting/sample/office/rounds'
import { hasAny } from '#reporting/sample/office/stock'
import { closeInSample, spendInSample } from '#reporting/sample/spending/spend'
import { sampleStaff } from '#reporting/sample/office/staff'

/**
 * Some weeks of the sample's property department, and a year of its budget and payments, through the same
 * actions as their pages: what was decided, and what is waiting for whom. Each part is done once; a second
 * call changes nothing.
 * @throws SampleNotLoadedError
 */
export async function workInSample(): Promise<void> {
  await new CreateSampleAccounts().handle()
  await spendInSample()
  const staff = await sampleStaff()
  await bringRightsUpToDate(staff)
  // A sample that was brought in before it had land has nothing for them to work on.
  if (await hasAny('asset_shapes')) {
    await workOnRegister(staff)
    await handOverEquipment(staff)
    await workOnRights(staff)
    await workOnCases(staff)
    await workOnRound(staff)
    await workOnBooks(staff)
  }
  await closeInSample()
}
