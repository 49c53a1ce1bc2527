import User from '#identity/models/user'

/** Names of the people who signed, by their ids. */
export async function namesOf(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null)
  const users = known.length ? await User.query().whereIn('id', known) : []
  return new Map(users.map(({ id, fullName }) => [id, fullName]))
}
