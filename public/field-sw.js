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
    // Signed out, or no longer in a team: the kept page is not theirs to open again. A server that is being
    // changed is no reason; and a new version is kept when all its parts are (see keepAll).
    const isRefused = answer.redirected || answer.type === 'opaqueredirect'
    if (isRefused || (answer.status >= 400 && answer.status < 500)) {
      await shells.delete(url.pathname)
    } else if (answer.status >= 500) {
      return (await shells.match(url.pathname)) || answer
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

/**
 * Keeps what the open page is made of. A new version takes the place of the old one only when all of it has
 * come: until then the kept pages open with the parts they were built with.
 */
async function keepAll(paths) {
  const shells = await caches.open(SHELLS)
  const kept = (await shells.keys()).map((request) => new URL(request.url).pathname)
  const wanted = new Set(paths.filter((path) => PART.test(path)))
  for (const path of wanted) {
    if (kept.includes(path)) continue
    const answer = await whole(path)
    if (!answer) return
    await shells.put(path, answer)
  }
  const pages = new Set([...paths, ...kept].filter((path) => PAGE.test(path)))
  let isWhole = true
  for (const path of pages) {
    const answer = await fetch(path).catch(() => null)
    const isThere = answer && answer.ok && !answer.redirected
    if (isThere && answer.headers.get('X-Field-Shell')) await shells.put(path, answer)
    else if (isThere || (answer && [403, 404].includes(answer.status))) await shells.delete(path)
    else isWhole = false
  }
  // Parts of earlier versions go when no page asks for them any more.
  if (!isWhole) return
  for (const path of kept) {
    if (PART.test(path) && !wanted.has(path)) await shells.delete(path)
  }
}

async function whole(path) {
  const answer = await fetch(path).catch(() => null)
  return answer && answer.ok && !answer.redirected ? answer : null
}
