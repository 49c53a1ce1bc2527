declare const up: any

up.fragment.config.mainTargets = ['[up-main]']

// Pages are asked for anew each time: a colleague may have decided meanwhile, and a message is told once.
up.network.config.autoCache = () => false

// Links and forms update the main part of the page; files and other hosts are left to the browser.
up.link.config.followSelectors.push('a[href]')
up.link.config.noFollowSelectors.push('[download]', '[href*="format="]', '[target]', '[href^="#"]')
up.form.config.submitSelectors.push('form')

// A form sent from a dialog goes back to the page of the dialog when it is refused, not to the page under it.
up.on('up:request:load', ({ request }: any) => {
  const layer = request.layer ?? up.layer.current
  const place = layer?.location ?? location.pathname + location.search
  if (place) request.headers['X-Back-To'] = place
})

// After a refused form the person starts at the first field to be mended.
up.compiler('[data-form-errors]', (notice: HTMLElement) => {
  const field = notice.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.focus()
})

up.on('click', '[data-dismiss]', (_event: Event, button: HTMLElement) => {
  const notice = button.closest('.notice')
  notice?.remove()
})

// A message belongs to the step that it tells of: it goes when the person goes on.
up.on('up:link:follow up:form:submit', () => {
  document.querySelector('#flashes')?.replaceChildren()
})

// Another language or a new release changes the frame of the page: it is loaded whole.
up.on('up:fragment:loaded', (event: any) => {
  const language = event.response?.header?.('Content-Language')
  if (language && language !== document.documentElement.lang) {
    event.preventDefault()
    location.assign(event.response.url ?? location.href)
  }
})
