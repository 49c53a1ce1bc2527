/**
 * Boxes of a list that belong to a form of the page: the box in the head ticks all of them, and the
 * form shows how many are ticked (`data-ticked`). Shift with a click or an arrow ticks a range; the arrows
 * alone move between boxes.
 */

const boxesOf = (form: string) => [
  ...document.querySelectorAll<HTMLInputElement>(
    `input[type=checkbox][name="ids[]"][form="${form}"]`
  ),
]

/** The form of a row's box; null for any other element. */
const formOf = (target: EventTarget | null) => {
  const box = target as HTMLInputElement | null
  return box?.name === 'ids[]' && box.type === 'checkbox' ? box.getAttribute('form') : null
}

/** Where the last range may begin. */
let anchor: HTMLInputElement | null = null

function tell(form: string) {
  const boxes = boxesOf(form)
  const ticked = boxes.filter((one) => one.checked).length
  const all = document.querySelector<HTMLInputElement>(`[data-tick-all="${form}"]`)
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
  for (const said of document.querySelectorAll(`#${form} [data-ticked]`)) {
    said.textContent = String(ticked)
  }
}

document.addEventListener('change', (event) => {
  const box = event.target as HTMLInputElement
  const form = box.dataset?.tickAll ?? formOf(box)
  if (!form) return
  if (box.dataset.tickAll) for (const one of boxesOf(form)) one.checked = box.checked
  else anchor = box
  tell(form)
})

document.addEventListener('click', (event) => {
  const form = formOf(event.target)
  const box = event.target as HTMLInputElement
  if (!form || !event.shiftKey || !anchor || anchor === box) return
  const boxes = boxesOf(form)
  const [from, to] = [boxes.indexOf(anchor), boxes.indexOf(box)].sort((a, b) => a - b)
  if (from! < 0) return
  for (const one of boxes.slice(from, to! + 1)) one.checked = box.checked
})

document.addEventListener('keydown', (event) => {
  const form = formOf(event.target)
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!form || !step) return
  const boxes = boxesOf(form)
  const here = event.target as HTMLInputElement
  const next = boxes[boxes.indexOf(here) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  if (!event.shiftKey) return
  here.checked = true
  next.checked = true
  anchor = next
  tell(form)
})
