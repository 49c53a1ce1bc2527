/**
 * The page of the field: the caller's lines and what he found, kept on the device and sent when there is
 * a network. It shows what is not sent yet, and what changed meanwhile is put beside what he recorded.
 */
import { el, setTexts, t } from './field/dom'
import { findingForm, shown } from './field/form'
import { clearField, unsent } from './field/leave'
import {
  dropFinding,
  findingsOf,
  linesOf,
  keepForGood,
  owner,
  runsLow,
  store,
  type Finding,
  type Line,
  type RoundData,
} from './field/store'
import { download, send, type Outcome } from './field/sync'

/** Between two attempts to send while the page is open, in milliseconds. */
const AGAIN = 60_000

const root = document.querySelector<HTMLElement>('#field')

if ('serviceWorker' in navigator) void keepShell()
if (root) void begin(root)

/** Tells the worker what this page is made of, so that it opens without a network. */
async function keepShell() {
  await navigator.serviceWorker.register('/field-sw.js', { scope: '/registry/rounds/' })
  const { active } = await navigator.serviceWorker.ready
  await document.fonts.ready
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
  const named = [...document.querySelectorAll('script[src], link[href]')].map(
    (one) => new URL(one.getAttribute('src') ?? one.getAttribute('href')!, location.href).pathname
  )
  active?.postMessage({ keep: [...new Set([location.pathname, ...named, ...parts])] })
}

interface State {
  round: RoundData | null
  who: number | null
  lines: Line[]
  findings: Finding[]
  outcome: Outcome | null
  busy: boolean
  search: string
  /** Little room is left on the device. */
  isLow: boolean
}

async function begin(page: HTMLElement) {
  setTexts(page.dataset.texts!)
  const roundId = Number(page.dataset.round)
  const state: State = {
    round: null,
    who: null,
    lines: [],
    findings: [],
    outcome: null,
    busy: false,
    search: '',
    isLow: false,
  }

  const load = async () => {
    state.who = await owner()
    state.isLow = await runsLow()
    state.round = (await (await store()).get('rounds', roundId)) ?? null
    if (state.round && state.round.owner !== state.who) state.round = null
    state.lines = state.who === null ? [] : await linesOf(roundId, state.who)
    state.findings = state.who === null ? [] : await findingsOf(roundId, state.who)
  }

  const list = async () => {
    await load()
    page.replaceChildren(bar(), ...(state.round ? overview() : [empty()]))
  }

  /** Sends first, so that lines come down as they stand after what was found. */
  const exchange = async () => {
    if (state.busy) return
    state.busy = true
    if (atList()) await list()
    const who = await owner()
    const sent = who === null ? 'done' : await send(roundId, who)
    state.outcome = sent === 'done' ? await download(roundId) : sent
    state.busy = false
    if (atList()) await list()
  }
  const atList = () => page.querySelector('form.field-form, [data-conflict]') === null

  const bar = () => {
    const isOnline = state.outcome ? state.outcome !== 'offline' : navigator.onLine
    const count = state.findings.length
    return el(
      'header',
      { class: 'field-bar' },
      el(
        'div',
        { class: 'field-bar-row' },
        el('h1', { class: 'field-title' }, state.round?.title ?? t('open')),
        el(
          'span',
          {
            'class': 'field-state',
            'data-state': isOnline ? 'online' : 'offline',
            'role': 'status',
          },
          t(isOnline ? 'online' : 'offline')
        )
      ),
      el(
        'div',
        { class: 'field-bar-row' },
        el(
          'span',
          { 'data-unsent': count, 'role': 'status' },
          state.busy ? t('sending') : count ? t('waiting', { n: count }) : t('all_sent')
        ),
        el(
          'button',
          { class: 'btn', type: 'button', onclick: () => void exchange() },
          t(count ? 'send' : 'refresh')
        )
      )
    )
  }

  const empty = () => el('p', { class: 'field-note' }, t('no_data'))

  const overview = () => {
    const results = el('ul', { 'class': 'field-lines', 'data-lines': true })
    const fill = () => results.replaceChildren(...openLines().map(lineItem))
    const search = el('input', {
      'class': 'form-control',
      'type': 'search',
      'aria-label': t('search'),
      'placeholder': t('search'),
      'oninput': () => {
        state.search = search.value
        fill()
      },
    })
    search.value = state.search
    fill()
    return [
      state.isLow &&
        el('p', { 'class': 'field-note', 'role': 'status', 'data-low': true }, t('storage_low')),
      state.outcome === 'signedOut' &&
        el(
          'p',
          { 'class': 'field-note', 'data-tone': 'danger', 'role': 'alert' },
          t('sign_in'),
          ' ',
          el('a', { class: 'btn btn-primary', href: location.pathname }, t('sign_in_do'))
        ),
      state.findings.length > 0 &&
        el(
          'section',
          {},
          el('h2', { class: 'h4 mt-3' }, t('unsent')),
          el(
            'ul',
            { 'class': 'field-lines', 'data-findings': true },
            ...state.findings.map(findingItem)
          )
        ),
      el('h2', { class: 'h4 mt-3' }, `${t('open')} (${openLines().length})`),
      search,
      results,
      el('button', { class: 'btn w-100', type: 'button', onclick: () => open(null) }, t('extra')),
      el(
        'button',
        { class: 'btn w-100 mt-3', type: 'button', onclick: () => void leave() },
        t('leave')
      ),
    ].filter((part): part is HTMLElement => Boolean(part))
  }

  const openLines = () => {
    const pending = new Set(state.findings.map(({ payload }) => payload.lineId))
    const asked = state.search.trim()
    return state.lines.filter(
      (line) =>
        !pending.has(line.id) &&
        (asked === '' || [line.name, line.code, line.street].some((text) => text?.includes(asked)))
    )
  }

  const lineItem = (line: Line) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          'class': 'field-line',
          'type': 'button',
          'data-line': line.id,
          'onclick': () => open(line),
        },
        el('strong', {}, line.name),
        el('span', {}, [line.code, line.street].filter(Boolean).join(' — ')),
        line.status === 'returned' && el('span', {}, t('returned', { note: line.note ?? '' }))
      )
    )

  const findingItem = (finding: Finding) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          'class': 'field-line',
          'type': 'button',
          'data-unsent': finding.state === 'conflict' ? 'conflict' : 'yes',
          'onclick': () => settle(finding),
        },
        el('strong', {}, finding.name),
        el('span', {}, t(finding.payload.result === 'extra' ? 'extra' : finding.payload.result)),
        finding.state === 'conflict' && el('span', {}, t('conflict')),
        finding.error && el('span', {}, `${t('refused')}: ${finding.error}`)
      )
    )

  const open = (line: Line | null) => {
    const form = findingForm({
      round: state.round!,
      who: state.who!,
      line,
      done: () => {
        page.replaceChildren()
        void list().then(exchange)
      },
      back: () => {
        page.replaceChildren()
        void list()
      },
    })
    page.replaceChildren(form)
    form.querySelector('h1')!.focus()
  }

  /** A finding that did not go through: what stands against it, and what to do about it. */
  const settle = (finding: Finding) => {
    const { conflict, payload } = finding
    const drop = el(
      'button',
      {
        class: 'btn',
        type: 'button',
        onclick: () => {
          if (!window.confirm(t('sure_drop'))) return
          void dropFinding(finding.uuid).then(home)
        },
      },
      t('drop')
    )
    const home = () => {
      page.replaceChildren()
      return list().then(exchange)
    }
    // What he recorded, and what the register says otherwise than when he downloaded it.
    const names = Object.keys({ ...payload.facts, ...conflict?.facts }).filter(
      (name) =>
        name in payload.facts ||
        shown(name, finding.seen[name]) !== shown(name, conflict?.facts[name])
    )
    const label = (name: string) =>
      Object.values(state.round!.labels)
        .flat()
        .find((one) => one.name === name)?.label ?? name
    page.replaceChildren(
      el(
        'section',
        { 'class': 'field-form', 'data-conflict': finding.state },
        el('h1', { class: 'field-title', tabindex: -1 }, finding.name),
        conflict &&
          el(
            'div',
            { class: 'field-note', role: 'alert' },
            el('strong', {}, t('conflict')),
            el('p', { class: 'mb-1' }, conflict.message),
            el('p', { class: 'mb-0' }, t('conflict_text'))
          ),
        finding.error && el('div', { 'class': 'field-note', 'data-tone': 'danger' }, finding.error),
        conflict &&
          el(
            'table',
            { class: 'field-compare' },
            el(
              'thead',
              {},
              el(
                'tr',
                {},
                el('td', {}),
                el('th', { scope: 'col' }, t('mine')),
                el('th', { scope: 'col' }, t('theirs'))
              )
            ),
            el(
              'tbody',
              {},
              el(
                'tr',
                {},
                el('th', { scope: 'row' }, t('result')),
                el('td', {}, t(payload.result)),
                el(
                  'td',
                  {},
                  conflict.standing
                    ? `${t(conflict.standing.result)} — ${t('by', { name: conflict.standing.by })}`
                    : t('empty')
                )
              ),
              ...names.map((name) =>
                el(
                  'tr',
                  {},
                  el('th', { scope: 'row' }, label(name)),
                  el(
                    'td',
                    {},
                    name in payload.facts ? shown(name, payload.facts[name]) : t('empty')
                  ),
                  el('td', {}, shown(name, conflict.facts[name]))
                )
              )
            )
          ),
        conflict &&
          el(
            'button',
            {
              class: 'btn btn-primary',
              type: 'button',
              onclick: () => void keepMine(finding).then(home),
            },
            t('keep')
          ),
        finding.state !== 'landed' && drop,
        el('button', { class: 'btn', type: 'button', onclick: () => void home() }, t('back'))
      )
    )
    page.querySelector('h1')!.focus()
  }

  /** The person has seen what stands now and means his finding all the same. */
  const keepMine = async (finding: Finding) => {
    const { conflict } = finding
    finding.payload.baseVersion = conflict!.assetVersion
    finding.payload.lineVersion = conflict!.lineVersion
    await (await store()).put('findings', { ...finding, state: 'waiting', conflict: null })
  }

  const leave = async () => {
    const count = await unsent()
    if (count > 0 && !window.confirm(t('sure_leave', { n: count }))) return
    const answer = await fetch(`/registry/rounds/${roundId}/field/lines`, {
      headers: { Accept: 'application/json' },
    }).catch(() => null)
    const token = answer?.ok ? (await answer.json()).csrf : null
    ;(await store()).close()
    await clearField()
    if (token === null) return location.assign('/sign-in')
    const form = el(
      'form',
      { method: 'POST', action: '/sign-out' },
      el('input', { type: 'hidden', name: '_csrf', value: token })
    )
    document.body.append(form)
    form.submit()
  }

  void keepForGood()
  await list()
  window.addEventListener('online', () => void exchange())
  window.addEventListener('offline', () => {
    state.outcome = 'offline'
    if (atList()) void list()
  })
  setInterval(() => void exchange(), AGAIN)
  await exchange()
  const asked = /^#line-(\d+)$/.exec(location.hash)
  const line = asked && state.lines.find(({ id }) => id === Number(asked[1]))
  if (line) open(line)
}
