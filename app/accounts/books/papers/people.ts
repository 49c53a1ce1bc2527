import type { DateTime } from 'luxon'
import { dayOf, formatDay } from '#core/days'
import type { Signatory } from '#core/documents/signatures'
import User from '#identity/models/user'

/** Names of the people who signed, by their ids. */
export async function namesOf(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null)
  const users = known.length ? await User.query().whereIn('id', known) : []
  return new Map(users.map(({ id, fullName }) => [id, fullName]))
}

/** One signature of a paper: whose it is, and the day it was given. */
export function signatory(
  role: string,
  { by, at }: { by: number | null; at: DateTime | null },
  names: ReadonlyMap<number, string>
): Signatory {
  return {
    ...{ role, name: names.get(by ?? 0) },
    ...(at ? { on: formatDay(dayOf(at.toJSDate()), 'ar') } : {}),
  }
}
