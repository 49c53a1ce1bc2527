declare const up: any

const PAUSE_MS = 150
let fields = 0

/**
 * A field for a unit's name or code, or a payee's: what is typed is looked up among those one may use,
 * within what `data-with` names of the same form, whatever its spelling (the browser's own list of suggestions would hide a hamza that was not typed). Arrows
 * choose, Enter takes, Escape closes.
 */
up.compiler('input[data-units]', (field: HTMLInputElement) => {
  const list = document.createElement('ul')
  list.id = `units-${++fields}`
  list.className = 'unit-options'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.labels?.[0]?.textContent?.trim() ?? '')
  list.hidden = true
  const offered = field.list ? [...field.list.options].map(({ value }) => value) : []
  field.removeAttribute('list')
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-expanded', 'false')
  field.parentElement!.classList.add('unit-host')
  field.after(list)

  let timer = 0
  let asked: string | null = null
  let active = -1

  const options = () => [...list.children] as HTMLElement[]

  const close = () => {
    clearTimeout(timer)
    asked = null
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }

  const mark = (index: number) => {
    const all = options()
    active = all.length ? (index + all.length) % all.length : -1
    for (const [at, option] of all.entries()) {
      option.setAttribute('aria-selected', String(at === active))
    }
    const chosen = all[active]
    if (!chosen) return field.removeAttribute('aria-activedescendant')
    field.setAttribute('aria-activedescendant', chosen.id)
    chosen.scrollIntoView({ block: 'nearest' })
  }

  const show = (names: readonly string[]) => {
    list.replaceChildren(
      ...names.map((name, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.setAttribute('role', 'option')
        option.textContent = name
        return option
      })
    )
    list.hidden = names.length === 0
    field.setAttribute('aria-expanded', String(!list.hidden))
    mark(names.length === 1 ? 0 : -1)
    if (active < 0) field.removeAttribute('aria-activedescendant')
  }

  const address = (typed: string) => {
    const { units, with: name = '' } = field.dataset
    const within = name && (field.form?.elements.namedItem(name) as HTMLInputElement | null)?.value
    const rest = within ? `&${name}=${encodeURIComponent(within)}` : ''
    return `${units}&q=${encodeURIComponent(typed)}${rest}`
  }

  const suggest = async () => {
    const typed = field.value.trim()
    if (typed === asked) return
    asked = typed
    const answer = await fetch(address(typed), {
      headers: { Accept: 'application/json' },
    }).catch(() => null)
    if (!answer?.ok || asked !== typed || document.activeElement !== field) return
    show(await answer.json())
  }

  const take = (option: HTMLElement) => {
    field.value = option.textContent!
    close()
    // Taking a suggestion is the whole answer; letters are only its beginning.
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    if (field.value !== '') timer = window.setTimeout(suggest, PAUSE_MS)
    else {
      close()
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }
  })
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && list.hidden) void suggest()
    else if (step) mark(active < 0 && step < 0 ? -1 : active + step)
    else if (event.key === 'Escape' && !list.hidden) close()
    else if (event.key === 'Enter' && !list.hidden && active >= 0) take(options()[active]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  field.addEventListener('focus', () => offered.length > 0 && show(offered))
  field.addEventListener('blur', close)
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]')
    if (option) take(option)
  })
})
