/** The form of one finding: filled in on the spot, kept on the device at once. */
import { el, labelled, t } from './dom'
import { shrink } from './shrink'
import {
  isFull,
  keepFinding,
  type Facts,
  type Finding,
  type Line,
  type Photo,
  type Position,
  type RoundData,
} from './store'

interface Opened {
  round: RoundData
  who: number
  /** Null: something that is not in the register. */
  line: Line | null
  done: () => void
  back: () => void
}

/** Longest wait for a position, in milliseconds. */
const PATIENCE = 30_000

export function findingForm({ round, who, line, done, back }: Opened): HTMLElement {
  let position: Position | null = null
  const photos: File[] = []
  const choices = line ? ['found', 'different', 'not_found'] : []
  let result = line ? '' : 'extra'

  const facts = el('fieldset', { hidden: line !== null })
  const classes = el(
    'select',
    { class: 'form-select', onchange: () => drawFacts() },
    ...round.classes.map((one) => el('option', { value: one.id }, one.name))
  )
  const inputs = new Map<string, HTMLInputElement | HTMLSelectElement>()
  const drawFacts = () => {
    inputs.clear()
    const subtype = line?.subtype ?? classOf().subtype
    const rows = (round.labels[subtype] ?? []).map(({ name, label }) => {
      const recorded = line?.facts[name] ?? null
      const input = name === 'is_in_use' ? yesNo(recorded) : textInput(line ? recorded : null)
      inputs.set(name, input)
      const hint = line ? t('recorded', { value: shown(name, recorded) }) : undefined
      return labelled(label, input, hint)
    })
    facts.replaceChildren(
      el('legend', {}, t(line ? 'facts' : 'facts_extra')),
      ...(line ? [] : [labelled(t('class'), classes)]),
      ...rows
    )
  }
  const classOf = () =>
    round.classes.find(({ id }) => String(id) === classes.value) ?? round.classes[0]!
  drawFacts()

  const elsewhere = el('input', { type: 'checkbox' })
  const moved = el(
    'fieldset',
    { hidden: true },
    el('label', { class: 'field-choice' }, elsewhere, t('elsewhere'))
  )
  const isElsewhere = () => result === 'different' && Boolean(line?.canMove) && elsewhere.checked

  const resultField = el(
    'fieldset',
    { hidden: line === null },
    el('legend', {}, t('result')),
    ...choices.map((choice) =>
      el(
        'label',
        { class: 'field-choice' },
        el('input', {
          type: 'radio',
          name: 'result',
          value: choice,
          onchange: () => {
            result = choice
            facts.hidden = choice !== 'different'
            moved.hidden = choice !== 'different'
          },
        }),
        t(choice)
      )
    )
  )

  const where = el('p', { class: 'field-hint', role: 'status' })
  const measure = el(
    'button',
    { type: 'button', class: 'btn', onclick: () => void locate() },
    t('measure')
  )
  const limit = line?.gpsLimit ? t('limit', { m: line.gpsLimit }) : ''
  const locate = async () => {
    where.textContent = t('measuring')
    position = await currentPosition()
    where.textContent = position
      ? `${t('accuracy', { m: Math.round(position.accuracyM) })} ${limit}`
      : t('no_position')
  }
  void locate()

  const deskReason = el('input', { class: 'form-control', maxlength: 300 })
  const desk = el(
    'details',
    {},
    el('summary', {}, t('desk')),
    labelled(t('desk_reason'), deskReason)
  )

  const needed = () => (line ? line.photos : classOf().photos)
  const taken = el('div', { class: 'field-photos', role: 'status' })
  const camera = el('input', {
    type: 'file',
    class: 'visually-hidden',
    accept: 'image/*',
    capture: 'environment',
    multiple: true,
    onchange: () => {
      photos.push(...(camera.files ?? []))
      camera.value = ''
      taken.replaceChildren(
        el('span', {}, t('photos_taken', { n: photos.length })),
        ...photos.map((photo) => el('img', { src: URL.createObjectURL(photo), alt: photo.name }))
      )
    },
  })
  const note = el('input', { class: 'form-control', maxlength: 500 })
  const occupant = el('input', { class: 'form-control', maxlength: 200 })
  const condition = el(
    'select',
    { class: 'form-select' },
    el('option', { value: '' }, '—'),
    ...[1, 2, 3, 4, 5].map((score) => el('option', { value: score }, String(score)))
  )
  const problem = el('div', {
    'class': 'field-note',
    'data-tone': 'danger',
    'role': 'alert',
    'hidden': true,
  })

  const saving = el('button', { class: 'btn btn-primary', type: 'submit' }, t('save'))

  const read = (): { facts: Facts; problem: string | null } => {
    const found: Facts = {}
    for (const [name, input] of inputs) {
      const was = line?.facts[name] ?? null
      const value = input.value.trim()
      if (value !== (was === null ? '' : String(was))) found[name] = value === '' ? null : value
    }
    const isDesk = deskReason.value.trim() !== ''
    const least = result === 'not_found' || isDesk ? 0 : needed()
    const wrong = !result
      ? 'need_result'
      : isElsewhere() && !position
        ? 'need_position'
        : result === 'different' && !isElsewhere() && Object.keys(found).length === 0
          ? 'need_fact'
          : result === 'extra' && !found.name
            ? 'need_name'
            : isDesk && deskReason.value.trim().length < 5
              ? 'need_desk'
              : !position && !isDesk
                ? 'need_position'
                : photos.length < least
                  ? 'need_photos'
                  : null
    return { facts: found, problem: wrong && t(wrong, { n: least }) }
  }

  const save = async (event: Event) => {
    event.preventDefault()
    const said = read()
    problem.hidden = !said.problem
    problem.textContent = said.problem ?? ''
    if (said.problem) return problem.scrollIntoView({ block: 'center' })
    const uuid = crypto.randomUUID()
    const reason = deskReason.value.trim() || null
    const finding: Finding = {
      uuid,
      roundId: round.id,
      owner: who,
      name: line?.name ?? String(said.facts.name),
      madeAt: Date.now(),
      state: 'waiting',
      seen: line?.facts ?? {},
      conflict: null,
      error: null,
      payload: {
        uuid,
        lineId: line?.id ?? null,
        result,
        facts: result === 'different' || result === 'extra' ? said.facts : {},
        classId: line ? null : Number(classes.value),
        note: note.value.trim() || null,
        condition: condition.value ? Number(condition.value) : null,
        occupant: occupant.value.trim() || null,
        baseVersion: line?.baseVersion ?? null,
        lineVersion: line?.version ?? null,
        position: reason ? null : position,
        photos: photos.length,
        deskReason: reason,
        ...(isElsewhere() && !reason ? { elsewhere: true } : {}),
        capturedAt: new Date().toISOString(),
      },
    }
    saving.disabled = true
    try {
      await keepFinding(
        finding,
        await Promise.all(
          photos.map(async (file): Promise<Photo> => ({
            uuid: crypto.randomUUID(),
            finding: uuid,
            blob: await shrink(file),
            name: file.name || 'photo.jpg',
          }))
        )
      )
    } catch (error) {
      // Nothing of it was kept; the form still has it, so that space can be made and it be saved again.
      saving.disabled = false
      problem.hidden = false
      problem.textContent = t(isFull(error) ? 'storage_full' : 'not_saved')
      return problem.scrollIntoView({ block: 'center' })
    }
    done()
  }

  return el(
    'form',
    { class: 'field-form', novalidate: true, onsubmit: (event) => void save(event) },
    el('h1', { class: 'field-title', tabindex: -1 }, line?.name ?? t('extra')),
    line && el('p', { class: 'field-hint' }, [line.code, line.street].filter(Boolean).join(' — ')),
    line?.status === 'returned' &&
      el('div', { class: 'field-note' }, t('returned', { note: line.note ?? '' })),
    resultField,
    facts,
    line?.canMove ? moved : null,
    el('fieldset', {}, el('legend', {}, t('position')), measure, where, desk),
    el(
      'fieldset',
      {},
      el('legend', {}, t('photos')),
      needed() > 0 && el('p', { class: 'field-hint' }, t('photos_needed', { n: needed() })),
      el('label', { class: 'btn field-camera' }, t('take'), camera)
    ),
    taken,
    labelled(t('condition'), condition),
    labelled(t('occupant'), occupant),
    labelled(t('note'), note),
    problem,
    saving,
    el('button', { class: 'btn', type: 'button', onclick: back }, t('back'))
  )
}

const textInput = (value: string | number | null) => {
  const input = el('input', { class: 'form-control', maxlength: 255 })
  input.value = value === null ? '' : String(value)
  return input
}

function yesNo(value: string | number | null) {
  const select = el(
    'select',
    { class: 'form-select' },
    el('option', { value: '' }, t('unknown')),
    el('option', { value: '1' }, t('yes')),
    el('option', { value: '0' }, t('no'))
  )
  select.value = value === null ? '' : String(value)
  return select
}

/** A value as people read it. */
export function shown(name: string, value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return t('empty')
  if (name === 'is_in_use') return t(String(value) === '1' ? 'yes' : 'no')
  return String(value)
}

/** Where the telephone is; null when it cannot tell. */
function currentPosition(): Promise<Position | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyM: coords.accuracy,
          // Wrapped browsers of telephones tell it; a plain one cannot.
          mocked: Boolean((coords as { mocked?: boolean }).mocked),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 }
    )
  })
}
