declare const up: any

/** On narrow screens the filters besides the search open on demand. */
up.on('click', '[data-filters-toggle]', (_event: Event, toggle: HTMLElement) => {
  const open = toggle.closest('.filters')!.classList.toggle('filters-open')
  toggle.setAttribute('aria-expanded', String(open))
})

/** Rows came: what was said against the filters holds no longer. */
up.on('up:fragment:inserted', (_event: Event, rows: HTMLElement) => {
  if (!rows.matches?.('.list-rows')) return
  const filters = rows.parentElement!.querySelector('.filters')
  for (const said of filters?.querySelectorAll('.filter-refused') ?? []) said.remove()
  for (const field of filters?.querySelectorAll('[aria-invalid]') ?? []) {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
})
