/** What every page can use whatever its language: icons (`svg`). The rest is shared by `page_middleware`. */
import edge from 'edge.js'
import app from '@adonisjs/core/services/app'
import { iconSvg, type IconOptions } from '#core/web/icons'
import { keepTemplates } from '#core/web/kept_templates'

const drawn = new Map<string, unknown>()

edge.global('svg', (name: string, options?: IconOptions) => {
  if (options) return edge.globals.html.safe(iconSvg(name, options))
  let icon = drawn.get(name)
  if (!icon) drawn.set(name, (icon = edge.globals.html.safe(iconSvg(name))))
  return icon
})

keepTemplates(edge, !app.inDev)
