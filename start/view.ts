/** What every page can use whatever its language: icons (`svg`). The rest is shared by `page_middleware`. */
import edge from 'edge.js'
import { iconSvg, type IconOptions } from '#core/web/icons'

edge.global('svg', (name: string, options?: IconOptions) =>
  edge.globals.html.safe(iconSvg(name, options))
)
