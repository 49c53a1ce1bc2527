/**
 * A table of figures that is filled in as a sheet (`table[data-grid]`): Enter and the arrows up and down
 * go to the same column of the next row, and what is chosen there is ready to be overtyped. The form is
 * sent by its button. Cells with `data-sum` are added up, exactly, into `[data-sum-of]` of the same name.
 */

declare const up: any

const isCell = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.closest('table[data-grid]') !== null

document.addEventListener('keydown', (event) => {
  if (!isCell(event.target) || event.altKey || event.ctrlKey || event.metaKey) return
  // There the keys belong to the browser's own list of choices.
  if (event.target.list) return
  const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const cell = event.target.closest('td')!
  let row = cell.parentElement
  do {
    row = (step > 0 ? row?.nextElementSibling : row?.previousElementSibling) as HTMLElement | null
    const input = row?.children[cell.cellIndex]?.querySelector('input')
    if (!input) continue
    input.focus()
    input.select()
    return
  } while (row)
})

/** Piastres of what was typed, with digits of either script; null: no amount. */
function piastres(text: string): bigint | null {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, '.')
    .replace(/[٬,\s]/g, '')
  const match = /^(-?)(\d{1,16})(?:\.(\d{0,2}))?$/.exec(latin)
  return match ? BigInt(match[1]! + match[2]! + (match[3] ?? '').padEnd(2, '0')) : null
}

function addUp(table: Element) {
  const sums = new Map<string, bigint>()
  for (const cell of table.querySelectorAll<HTMLInputElement>('input[data-sum]')) {
    const name = cell.dataset.sum!
    sums.set(name, (sums.get(name) ?? 0n) + (piastres(cell.value) ?? 0n))
  }
  for (const [name, sum] of sums) {
    const [minus, size] = sum < 0n ? ['-', -sum] : ['', sum]
    const pounds = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ',')
    for (const shown of table.querySelectorAll(`[data-sum-of="${name}"]`)) {
      shown.textContent = `${minus}${pounds}.${String(size % 100n).padStart(2, '0')}`
    }
  }
}

up.compiler('table[data-grid]', addUp)
document.addEventListener('input', (event) => {
  if (isCell(event.target)) addUp(event.target.closest('table[data-grid]')!)
})
