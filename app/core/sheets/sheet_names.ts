import { stripControls } from '#core/sheets/text_safety'

/** Excel's longest sheet name. */
const LIMIT = 31

/**
 * Gives each sheet of a workbook a name Excel accepts: 31 characters, none of `[ ] : * ? / \`, no
 * apostrophe at an end, and no two alike. A further sheet of the same name becomes "name (2)".
 */
export default class SheetNames {
  readonly #taken = new Set<string>(['history'])

  next(wanted: string): string {
    const clean =
      stripControls(wanted)
        .replace(/[[\]:*?/\\\s]+/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Sheet'
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : ` (${number})`
      const name = clean.slice(0, LIMIT - suffix.length).trimEnd() + suffix
      if (this.#taken.has(name.toLowerCase())) continue
      this.#taken.add(name.toLowerCase())
      return name
    }
  }
}
