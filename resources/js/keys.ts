/** Keys of every page: `/` search, Alt+N new, `?` the list of keys, arrows between rows. */

declare const up: any

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return !!element?.closest?.('input, textarea, select, [contenteditable]')
}

function press(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.offsetParent !== null
  )
  if (!found) return false
  if (found.matches('input')) {
    found.focus()
    ;(found as HTMLInputElement).select()
  } else {
    found.click()
  }
  return true
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey) return
  if (event.altKey) {
    // By place on the keyboard: an Arabic layout types another letter there.
    if (event.code === 'KeyN' && press('[data-key="new"]')) event.preventDefault()
    return
  }
  if (isTyping(event.target)) return
  if (event.key === '?' || event.key === '؟') {
    if (press('[data-key="help"]')) event.preventDefault()
  } else if ((event.key === '/' || event.code === 'Slash') && !event.shiftKey) {
    if (press('[data-key="search"]')) event.preventDefault()
  }
})

/** Up and down move between the links of a list's rows. */
up.on('keydown', '.rows tbody a', (event: KeyboardEvent, link: HTMLElement) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!step) return
  const links = [...link.closest('tbody')!.querySelectorAll<HTMLElement>('tr td:first-child a')]
  const own = link.closest('tr')!.querySelector<HTMLElement>('td:first-child a')
  const next = own && links[links.indexOf(own) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
})
