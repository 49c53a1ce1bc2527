import User from '#identity/models/user'
import { SampleNotLoadedError } from '#identity/errors'

/** Who works in the sample's property department, each with an account of his role. */
export interface Staff {
  officer: User
  head: User
  surveyor: User
  lawyer: User
  executor: User
  finance: User
}

const ROLES: Readonly<Record<keyof Staff, string>> = {
  officer: 'property_officer',
  head: 'property_head',
  surveyor: 'surveyor',
  lawyer: 'legal_officer',
  executor: 'removal_officer',
  finance: 'finance_officer',
}

/** The people of `sample:accounts`, with their access. @throws SampleNotLoadedError */
export async function sampleStaff(): Promise<Staff> {
  const staff: Partial<Staff> = {}
  for (const [post, role] of Object.entries(ROLES) as [keyof Staff, string][]) {
    const user = await User.findBy('email', `${role.replaceAll('_', '.')}@fayoum.example`)
    if (!user) throw new SampleNotLoadedError('EG-FYM')
    await user.loadAccess()
    staff[post] = user
  }
  return staff as Staff
}
