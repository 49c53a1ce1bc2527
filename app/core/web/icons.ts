import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = new URL('../../../resources/icons/', import.meta.url)
const drawn = new Map<string, string>()

export interface IconOptions {
  /** Added to the class `icon`. */
  class?: string
  /** Says what the icon means; without it the icon is decoration and hidden from screen readers. */
  label?: string
}

/**
 * An icon of `resources/icons` as SVG text, drawn in the colour of the words beside it. Icons with a
 * direction (chevrons, arrows) are mirrored in Arabic by the style sheet through `icon-NAME`.
 * @throws Error when there is no such file: a page with a hole is a mistake to be seen while building
 */
export function iconSvg(name: string, options: IconOptions = {}): string {
  const shape = shapeOf(name)
  const classes = ['icon', `icon-${name}`, options.class].filter(Boolean).join(' ')
  const meaning = options.label
    ? `role="img" aria-label="${escaped(options.label)}"`
    : 'aria-hidden="true"'
  return shape.replace('<svg ', `<svg class="${escaped(classes)}" ${meaning} focusable="false" `)
}

function shapeOf(name: string): string {
  const known = drawn.get(name)
  if (known) return known
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`"${name}" is not the name of an icon`)
  const shape = readFileSync(fileURLToPath(new URL(`${name}.svg`, FOLDER)), 'utf8').trim()
  drawn.set(name, shape)
  return shape
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
