declare const up: any

/** A `<details data-menu>` closes on Esc, on a click outside and when the focus leaves it. */
up.compiler('[data-menu]', (menu: HTMLDetailsElement) => {
  const summary = menu.querySelector('summary')!
  const onClick = (event: Event) => {
    if (!menu.contains(event.target as Node)) menu.open = false
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    summary.focus()
    event.stopPropagation()
  }
  const onLeave = (event: FocusEvent) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false
  }
  document.addEventListener('click', onClick)
  menu.addEventListener('keydown', onKey)
  menu.addEventListener('focusout', onLeave)
  return () => document.removeEventListener('click', onClick)
})

/** The side menu of narrow screens. */
const root = document.documentElement

function showSide(open: boolean) {
  root.classList.toggle('side-open', open)
  for (const toggle of document.querySelectorAll('[data-side-toggle]')) {
    toggle.setAttribute('aria-expanded', String(open))
  }
}

up.on('click', '[data-side-toggle]', () => {
  const open = !root.classList.contains('side-open')
  showSide(open)
  if (open) document.querySelector<HTMLElement>('.side a')?.focus()
})

// On the way down: a followed link stops the event, and the menu would stay over the new page.
document.addEventListener(
  'click',
  (event) => {
    if (!root.classList.contains('side-open')) return
    const target = event.target as HTMLElement
    if (target.closest('[data-side-toggle]')) return
    if (target.closest('.side a') || !target.closest('.side')) showSide(false)
  },
  true
)

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !root.classList.contains('side-open')) return
  showSide(false)
  document.querySelector<HTMLElement>('[data-side-toggle]')?.focus()
})
