/**
 * What was typed into a form 50 and is not saved: in this tab alone, gone when it is closed, when the form
 * is saved and when the person signs out.
 */
export type Typed = [name: string, value: string][]

const PREFIX = 'form50:'

export function keep(path: string, values: Typed): void {
  try {
    sessionStorage.setItem(PREFIX + path, JSON.stringify(values))
  } catch {
    // A full or forbidden store keeps nothing; the form itself stands.
  }
}

export function kept(path: string): Typed | null {
  const text = sessionStorage.getItem(PREFIX + path)
  return text ? (JSON.parse(text) as Typed) : null
}

export function forget(path: string): void {
  sessionStorage.removeItem(PREFIX + path)
}

function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  }
}

declare const up: any

// The page of a form shows what was saved: nothing typed before it is wanted any more.
up.compiler('[data-saved-form50]', forgetAll)
up.compiler('[data-signed-out]', forgetAll)
document.addEventListener('submit', ({ target }) => {
  if ((target as HTMLFormElement).action.endsWith('/sign-out')) forgetAll()
})
