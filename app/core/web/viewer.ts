import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/domain_error'
import { unitsKnown } from '#core/units_known'

/**
 * What pages of the core know of the person who looks: the core stands below `identity` and cannot
 * name its model, which has these and more.
 */
export interface Viewer {
  id: number
  fullName: string
  email: string
  /** The unit where the person works. */
  homeUnitId: number
  /** Units where the person holds the permission, those below included, or `all`. */
  unitIds(permission: string): number[] | 'all'
  /** Whether the person holds the permission in any unit. */
  holds(permission: string): boolean
}

/** The person signed in, or null on public pages and outside the session (health, error pages). */
export function viewerOf(ctx: HttpContext): Viewer | null {
  const auth = (ctx as { auth?: { user?: unknown } }).auth
  return (auth?.user as Viewer | undefined) ?? null
}

/** Whether the person may use what the permission opens somewhere: what menus and buttons ask. */
export function viewerCan(ctx: HttpContext, permission: string | null | undefined): boolean {
  if (!permission) return true
  return viewerOf(ctx)?.holds(permission) ?? false
}

/** The name of the unit where the person who looks works, for the head of every page. */
export async function viewerUnit(ctx: HttpContext): Promise<string | null> {
  const viewer = viewerOf(ctx)
  if (!viewer) return null
  const { byId } = await unitsKnown()
  return byId.get(Number(viewer.homeUnitId))?.[ctx.i18n.locale as Locale] ?? null
}
