/**
 * Boxes of a list that belong to a form of the page: the box in the head ticks all of them, and the
 * form shows how many are ticked (`data-ticked`).
 */

const boxesOf = (form: string) => [
  ...document.querySelectorAll<HTMLInputElement>(
    `input[type=checkbox][name="ids[]"][form="${form}"]`
  ),
]

document.addEventListener('change', (event) => {
  const box = event.target as HTMLInputElement
  const form = box.dataset?.tickAll ?? (box.name === 'ids[]' ? box.getAttribute('form') : null)
  if (!form) return
  const boxes = boxesOf(form)
  if (box.dataset.tickAll) for (const one of boxes) one.checked = box.checked
  const ticked = boxes.filter((one) => one.checked).length
  const all = document.querySelector<HTMLInputElement>(`[data-tick-all="${form}"]`)
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
  for (const said of document.querySelectorAll(`#${form} [data-ticked]`)) {
    said.textContent = String(ticked)
  }
})
