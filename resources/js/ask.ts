/** A form with `data-ask="sentence"` asks before it is sent; Esc and the first button keep all as it is. */

declare const up: any

const WORDS = {
  ar: { go: 'تأكيد', stay: 'رجوع' },
  en: { go: 'Confirm', stay: 'Go back' },
}

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement
    const question = form.dataset.ask
    if (!question || form.dataset.agreed) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const submitter = event.submitter
    ask(question, form).then((agreed) => {
      if (!agreed) return
      form.dataset.agreed = 'yes'
      form.requestSubmit(submitter as HTMLElement | null)
      delete form.dataset.agreed
    })
  },
  true
)

function ask(question: string, form: HTMLFormElement): Promise<boolean> {
  const words = document.documentElement.lang === 'en' ? WORDS.en : WORDS.ar
  const dialog = document.createElement('dialog')
  dialog.className = 'ask'
  const text = document.createElement('p')
  text.id = 'ask-text'
  text.textContent = question
  dialog.setAttribute('aria-labelledby', text.id)
  const buttons = document.createElement('div')
  buttons.className = 'ask-buttons'
  const go = button(form.dataset.askAction || words.go, 'go')
  go.className = form.dataset.askDanger ? 'btn btn-danger' : 'btn btn-primary'
  const stay = button(words.stay, 'stay')
  stay.className = 'btn'
  stay.autofocus = true
  buttons.append(go, stay)
  dialog.append(text, buttons)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    go.addEventListener('click', () => dialog.close('go'))
    stay.addEventListener('click', () => dialog.close('stay'))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'go')
    })
  })
}

function button(text: string, value: string): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.value = value
  element.textContent = text
  return element
}

export {}
