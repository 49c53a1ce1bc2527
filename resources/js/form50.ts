/**
 * Form 50 typed without the mouse: Enter goes to the next invoice and makes its row, running totals come
 * from the server as they will be saved, Ctrl+S saves, Ctrl+Enter saves and hands in. What was typed is
 * kept in this tab until it is saved, so that a page lost on the way loses nothing.
 */
import { keep, kept, forget, type Typed } from './form50_kept'

declare const up: any

const PAUSE_MS = 300

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is Field =>
      'name' in one && !!(one as Field).name && (one as Field).type !== 'hidden'
  )

/** A row of invoices after the last one: its fields renamed, renumbered and emptied. */
function addRow(body: HTMLElement): HTMLElement {
  const last = body.lastElementChild as HTMLElement
  const index = body.children.length
  const row = last.cloneNode(true) as HTMLElement
  row.firstElementChild!.textContent = String(index + 1)
  for (const input of row.querySelectorAll('input')) {
    input.name = input.name.replace(/\[\d+\]/, `[${index}]`)
    const label = input.getAttribute('aria-label') ?? ''
    input.setAttribute('aria-label', label.replace(/\d+$/, String(index + 1)))
    input.removeAttribute('aria-invalid')
    input.value = ''
  }
  body.append(row)
  return row
}

const isEmpty = (row: Element) =>
  [...row.querySelectorAll('input')].every((input) => input.type === 'date' || !input.value.trim())

up.compiler('form[data-form50]', (form: HTMLFormElement) => {
  const body = form.querySelector<HTMLElement>('[data-invoices]')!
  const figures = form.querySelector<HTMLElement>('[data-figures]')!
  const named = (name: string) => form.elements.namedItem(name) as Field | null
  const known = JSON.parse(decodeURIComponent(form.dataset.known || '%7B%7D')) as Record<
    string,
    Record<string, string>
  >
  // A form for an advance, or for a commitment, is a paper of its own.
  const key = location.pathname + location.search
  let timer: number | undefined
  let asked = 0

  const show = async () => {
    const turn = ++asked
    const answer = await fetch(form.dataset.form50!, {
      method: 'POST',
      body: new URLSearchParams([...new FormData(form)] as [string, string][]),
      headers: { 'X-Part': 'figures', 'Accept': 'text/html' },
    }).catch(() => null)
    // An amount half typed is refused; the last figures stand until it is whole.
    if (!answer?.ok || answer.redirected || turn !== asked) return
    figures.innerHTML = await answer.text()
  }

  const typed = (): Typed =>
    fieldsOf(form).map(({ name, value }): [string, string] => [name, value])

  const changed = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      keep(key, typed())
      void show()
    }, PAUSE_MS)
  }

  const fill = (values: Typed) => {
    for (const [name, value] of values) {
      while (/^invoices\[/.test(name) && !named(name) && body.children.length < 60) addRow(body)
      const field = named(name)
      if (field && field.value !== value) field.value = value
    }
  }

  /** Down from an invoice to the next; from an empty row on to what follows the table. */
  const next = (row: HTMLElement) => {
    if (isEmpty(row)) {
      const after = fieldsOf(form).filter(
        (field) => row.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING
      )
      after.find((field) => !body.contains(field))?.focus()
      return
    }
    const below = (row.nextElementSibling as HTMLElement | null) ?? addRow(body)
    below.querySelector('input')!.focus()
  }

  form.addEventListener('keydown', (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-invoices] > tr')
    if (event.key === 'Enter' && row && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      next(row)
    }
  })

  const onKey = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    const which = event.code === 'KeyS' ? 'save' : event.key === 'Enter' ? 'send' : null
    if (!which) return
    event.preventDefault()
    form.requestSubmit(form.querySelector<HTMLButtonElement>(`[data-${which}]`))
  }
  document.addEventListener('keydown', onKey)

  body.addEventListener('focusin', ({ target }) => {
    const date = target as HTMLInputElement
    if (date.type !== 'date' || date.value) return
    const before = date.closest('tr')!.previousElementSibling
    const standing = before?.querySelector<HTMLInputElement>('input[type=date]')?.value
    date.value = standing || named('due_on')?.value || ''
  })

  form.addEventListener('input', changed)
  form.addEventListener('change', ({ target }) => {
    if ((target as Field).name !== 'commitment_id') return
    const { purpose, payee } = known[(target as Field).value] ?? {}
    for (const [name, value] of Object.entries({ purpose, payee })) {
      const field = named(name)
      if (field && value && !field.value) field.value = value
    }
  })

  // A form that came back, refused or to be looked at first, shows what was sent.
  const cameBack = form.querySelector('[data-form-errors], input[name="seen"]')
  const before = cameBack ? null : kept(key)
  if (before) {
    const fresh = typed()
    fill(before)
    const notice = document.createElement('p')
    notice.className = 'alert alert-info'
    const drop = document.createElement('button')
    drop.type = 'button'
    drop.className = 'btn btn-ghost ms-2'
    drop.textContent = form.dataset.dropText!
    drop.addEventListener('click', () => {
      forget(key)
      notice.remove()
      for (const field of fieldsOf(form)) field.value = ''
      fill(fresh)
      void show()
    })
    notice.append(form.dataset.keptText!, drop)
    form.prepend(notice)
  }
  if ([...body.querySelectorAll('input')].some((input) => input.value)) void show()

  return () => {
    window.clearTimeout(timer)
    document.removeEventListener('keydown', onKey)
  }
})
