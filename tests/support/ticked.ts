/** The rows ticked in a list as its form sends them; one alone is a list too. */
export function ticked(ids: readonly number[]): Record<string, string> {
  return Object.fromEntries(ids.map((id, at) => [`ids[${at}]`, String(id)]))
}
