declare const up: any

const PAUSE_MS = 150

/** A field for a unit's name or code: what is typed is looked up among the units one may see. */
up.compiler('input[data-units]', (field: HTMLInputElement) => {
  const list = document.getElementById(field.getAttribute('list')!)!
  let timer = 0
  let asked = ''

  const suggest = async () => {
    const typed = field.value.trim()
    if (typed === '' || typed === asked) return
    asked = typed
    const answer = await fetch(`${field.dataset.units}&q=${encodeURIComponent(typed)}`, {
      headers: { Accept: 'application/json' },
    }).catch(() => null)
    if (!answer?.ok || asked !== typed) return
    const names: string[] = await answer.json()
    list.replaceChildren(...names.map((name) => new Option('', name)))
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    // Taking a suggestion is the whole answer; letters are only its beginning.
    const isTaken = [...list.children].some(
      (one) => (one as HTMLOptionElement).value === field.value
    )
    if (isTaken || field.value === '') {
      field.dispatchEvent(new Event('change', { bubbles: true }))
    } else timer = window.setTimeout(suggest, PAUSE_MS)
  })
})
