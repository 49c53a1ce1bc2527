/** Leaving the device: nothing of a person's field work stays behind his sign-out. */
const SHELLS = 'diwan-field-shell'
const DATABASE = 'diwan-field'

/** Whether this device holds anything of the field. */
export async function holdsField(): Promise<boolean> {
  if (!('caches' in window) || !('indexedDB' in window)) return false
  return caches.has(SHELLS)
}

/** Findings and photographs that no server has yet. */
export async function unsent(): Promise<number> {
  const { store } = await import('./store')
  return (await store()).count('findings')
}

/** Takes pages, lines, findings and photographs off the device. */
export async function clearField(): Promise<void> {
  await clearPages()
  await new Promise<void>((resolve) => {
    const gone = indexedDB.deleteDatabase(DATABASE)
    gone.onsuccess = gone.onerror = gone.onblocked = () => resolve()
  })
}

/** Takes the kept pages off, and the worker that serves them. */
export async function clearPages(): Promise<void> {
  await caches.delete(SHELLS)
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
}
