/** Progress of a job as it happens: `data-live` names the stream of events. */

declare const up: any

interface Progress {
  state: string
  progress: number
  note: string | null
}

up.compiler('[data-live]', (element: HTMLElement) => {
  const source = new EventSource(element.dataset.live!)

  source.addEventListener('progress', (event) => {
    const { state, progress, note } = JSON.parse((event as MessageEvent).data) as Progress
    element.dataset.state = state
    element.querySelector('[role="progressbar"]')!.setAttribute('aria-valuenow', String(progress))
    element.querySelector<HTMLElement>('.live-fill')!.style.inlineSize = `${progress}%`
    element.querySelector('.live-percent')!.textContent = `${progress}%`
    const said = element.querySelector('.live-note')!
    if (said.textContent !== (note ?? '')) said.textContent = note ?? ''
  })

  source.addEventListener('end', () => {
    source.close()
    up.reload(element.closest('[data-live-area]') ?? '[up-main]', { cache: false })
  })

  return () => source.close()
})
