/** Sign-out from any page takes the field's pages and records off the device; a warning comes first. */
import { clearField, clearPages, holdsField, unsent } from './field/leave'

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement
    if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/sign-out')) return
    if (form.dataset.cleared) return
    event.preventDefault()
    void leave(form)
  },
  { capture: true }
)

async function leave(form: HTMLFormElement) {
  if (await holdsField()) {
    const count = await unsent()
    if (count > 0 && !window.confirm(warning(count))) return
    const { store } = await import('./field/store')
    ;(await store()).close()
    await clearField()
  }
  form.dataset.cleared = 'yes'
  form.requestSubmit()
}

function warning(count: number): string {
  return document.documentElement.lang === 'en'
    ? `${count} findings of the field are not sent and will be erased. Sign out?`
    : `على الجهاز ${count} نتيجة حصر لم تُرسل وستُمسح. نخرج؟`
}

// A session that ended by itself: the pages kept for the field go; findings stay for who made them.
if (document.querySelector('[data-signed-out]')) void holdsField().then((is) => is && clearPages())
