/** The form that maps columns: sample values follow the chosen column, the constant shows when it counts. */

declare const up: any

up.compiler('[data-columns]', (form: HTMLElement) => {
  const samples = JSON.parse(form.dataset.columns!) as Record<string, string[]>

  const show = (row: HTMLElement, isFirst: boolean) => {
    const source = row.querySelector<HTMLSelectElement>('[data-source]')!
    const constant = row.querySelector<HTMLInputElement>('[data-constant]')!
    const isConstant = source.value === 'constant'
    constant.hidden = !isConstant
    // What was typed for another choice must not count unseen.
    if (!isConstant) constant.value = ''
    if (isConstant && !isFirst) constant.focus()
    const place = row.querySelector<HTMLElement>('[data-samples]')!
    place.replaceChildren(...(samples[source.value] ?? []).map(sample))
  }

  const rows = [...form.querySelectorAll<HTMLElement>('[data-map-row]')]
  for (const row of rows) show(row, true)
  return up.on(form, 'change', '[data-source]', (_event: Event, source: HTMLElement) =>
    show(source.closest<HTMLElement>('[data-map-row]')!, false)
  )
})

function sample(value: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'sample'
  const text = document.createElement('bdi')
  text.textContent = value
  element.append(text)
  return element
}

export {}
