/** Who did it: a person with his name as it was then, or the system itself (`id` null). */
export interface Actor {
  id: number | null
  name: string
  requestId?: string
}

/** The house itself: schedules, the launcher, a command of the operator. */
export const SYSTEM: Actor = { id: null, name: 'النظام' }
