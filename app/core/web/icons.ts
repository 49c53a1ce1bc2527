import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'

const FOLDER = new URL('../../../resources/icons/', import.meta.url)

export interface IconOptions {
  /** Added to the class `icon`. */
  class?: string
  /** Says what the icon means; without it the icon is decoration and hidden from screen readers. */
  label?: string
}

/** Every icon of the house in one file, which a browser keeps: pages only name the one they mean. */
export interface IconSheet {
  /** Address with the content's mark: another drawing has another address. */
  url: string
  svg: string
  names: ReadonlySet<string>
}

let sheet: IconSheet | null = null

export function iconSheet(): IconSheet {
  return (sheet ??= drawSheet())
}

/**
 * An icon of `resources/icons` as a reference into the sheet, drawn in the colour of the words beside
 * it. Icons with a direction (chevrons, arrows) are mirrored in Arabic by the style sheet through
 * `icon-NAME`.
 * @throws Error when there is no such file: a page with a hole is a mistake to be seen while building
 */
export function iconSvg(name: string, options: IconOptions = {}): string {
  const { url, names } = iconSheet()
  if (!names.has(name)) throw new Error(`"${name}" is not the name of an icon`)
  const classes = ['icon', `icon-${name}`, options.class].filter(Boolean).join(' ')
  const meaning = options.label
    ? `role="img" aria-label="${escaped(options.label)}"`
    : 'aria-hidden="true"'
  return `<svg class="${escaped(classes)}" ${meaning}><use href="${url}#${name}"/></svg>`
}

function drawSheet(): IconSheet {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -4))
    .sort()
  const symbols = names.map((name) =>
    readFileSync(new URL(`${name}.svg`, FOLDER), 'utf8')
      .trim()
      .replace(/^<svg xmlns="[^"]*" width="24" height="24"/, `<symbol id="${name}"`)
      .replace(/<\/svg>$/, '</symbol>')
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  const mark = createHash('sha256').update(svg).digest('hex').slice(0, 12)
  return { url: `/icons.svg?v=${mark}`, svg, names: new Set(names) }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
