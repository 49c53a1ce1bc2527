/**
 * Keeps the shell of the field page for use without a network: that page, its scripts, styles and fonts,
 * and nothing else. Every other page of the house goes to the network as if this were not here; records
 * are never kept here but in the page's own store. Sign-out takes all of it away.
 */
const SHELLS = 'diwan-field-shell'
const PAGE = /^\/registry\/rounds\/(?:\d+\/)?field$/
const PART = /^\/(?:assets\/.+|theme\.js|icon\.svg|icons\/.+|field\.webmanifest|field-\d+\.png)$/

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep } = event.data || {}
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && PAGE.test(url.pathname)) event.respondWith(page(request, url))
  else if (PART.test(url.pathname)) event.respondWith(part(request))
})

/** The network first: a kept page is only for when there is none. */
async function page(request, url) {
  const shells = await caches.open(SHELLS)
  try {
    const answer = await fetch(request)
    if (answer.redirected || answer.type === 'opaqueredirect' || !answer.ok) {
      // Signed out, or no longer in a team: the kept page is not theirs to open again.
      await shells.delete(url.pathname)
    } else if (answer.headers.get('X-Field-Shell')) {
      await shells.put(url.pathname, answer.clone())
    }
    return answer
  } catch (error) {
    const kept = await shells.match(url.pathname)
    if (kept) return kept
    throw error
  }
}

/** Built parts carry their hash in the name: what is kept is what is meant. */
async function part(request) {
  const path = new URL(request.url).pathname
  const shells = await caches.open(SHELLS)
  if (path.startsWith('/assets/')) {
    const kept = await shells.match(path)
    if (kept) return kept
  }
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await shells.match(path)
    if (kept) return kept
    throw error
  }
}

async function keepAll(paths) {
  const shells = await caches.open(SHELLS)
  const wanted = new Set(paths.filter((path) => PART.test(path)))
  for (const path of wanted) {
    if (await shells.match(path)) continue
    const answer = await fetch(path).catch(() => null)
    if (answer && answer.ok && !answer.redirected) await shells.put(path, answer)
  }
  // Parts of earlier versions go.
  for (const request of await shells.keys()) {
    const path = new URL(request.url).pathname
    if (PART.test(path) && !wanted.has(path)) await shells.delete(request)
  }
  for (const shell of paths.filter((path) => PAGE.test(path))) {
    const answer = await fetch(shell).catch(() => null)
    if (answer && answer.ok && !answer.redirected && answer.headers.get('X-Field-Shell')) {
      await shells.put(shell, answer)
    }
  }
}
