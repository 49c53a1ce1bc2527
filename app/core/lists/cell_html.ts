import type { Cell } from '#core/lists/cells'

/** Longer texts may be cut by the column's width: the whole is told as the cell's title. */
const CUT = 24
/** Figures, days and codes read the same inside text of either direction. */
const STABLE = /^(?:\d[\d,.-]*|[A-Za-z0-9]+)$/
const MARKUP = /[&<>"']/g
const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A cell of a list as HTML. Lists are most of what is sent and fifty rows are five hundred cells, so
 * they are written here and not by a template.
 */
export function cellHtml(cell: Cell): string {
  return `<td${classOf(cell)}${titleOf(cell)}>${contentOf(cell)}</td>`
}

function classOf({ kind, clip }: Cell): string {
  if (kind === 'amount') return ' class="amount"'
  if (kind === 'plain') return ' class="nowrap"'
  return clip ? ' class="clip"' : ''
}

function titleOf({ clip, kind, text }: Cell): string {
  return clip && kind === 'words' && text.length > CUT ? ` title="${escaped(text)}"` : ''
}

function contentOf({ kind, text, tone, url, clip }: Cell): string {
  const words = escaped(text)
  if (kind === 'badge') return `<span class="state-word state-${tone}">${words}</span>`
  const shown = STABLE.test(text) && !(clip && kind === 'words') ? words : `<bdi>${words}</bdi>`
  return url ? `<a href="${escaped(url)}">${shown}</a>` : shown
}

function escaped(text: string): string {
  return text.replace(MARKUP, (sign) => SIGNS[sign]!)
}
