import type { HttpRequest } from '@adonisjs/core/http'

export type Theme = 'light' | 'dark' | 'auto'

export const THEMES: readonly Theme[] = ['light', 'dark', 'auto']

/** Light, dark, or as the machine is set; kept in the plain cookie `theme`. */
export function themeOf(request: Pick<HttpRequest, 'plainCookie'>): Theme {
  const chosen = request.plainCookie('theme', 'auto', false) as Theme
  return THEMES.includes(chosen) ? chosen : 'auto'
}
