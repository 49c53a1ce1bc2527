import { addDays, today } from '#core/days'
import type { CustodyKind } from '#registry/register/attributes'
import type Round from '#registry/models/round'
import type { RoundScope } from '#registry/models/round'
import type { RoundPlan } from '#registry/rounds/actions/plan_round'
import type { roundForm, scopeForm } from '#registry/rounds/validators'

type Form = Awaited<ReturnType<(typeof roundForm)['validate']>>
type ScopeForm = Awaited<ReturnType<(typeof scopeForm)['validate']>>

/** Rows of the committee that the form offers. */
const SEATS = 7

/** The fields of the form of a round as they stand: of a new one, of a draft, or as they were typed. */
export type GivenPlan = ReturnType<typeof givenOf>

/** The plan that a form asks. */
export function planOf(form: Form): RoundPlan {
  return {
    kind: form.kind,
    title: form.title,
    cutOffOn: form.cut_off_on,
    startsOn: form.starts_on,
    endsOn: form.ends_on,
    decisionNo: form.decision_no,
    decisionOn: form.decision_on,
    decisionAuthority: form.decision_authority,
    scope: scopeOf(form),
    members: form.members.flatMap(({ role, name, title }) => (name ? [{ role, name, title }] : [])),
  }
}

/** What a form narrows a round to; parts left empty narrow nothing. */
export function scopeOf(form: ScopeForm): RoundScope {
  const places = placesIn(form.places)
  const { custody_kind: kind, custody_holder: holder } = form
  return {
    ...(form.class_ids?.length ? { classIds: form.class_ids } : {}),
    ...(form.unit_ids?.length ? { unitIds: form.unit_ids } : {}),
    ...(places.length ? { places } : {}),
    ...(kind ? { custody: { kind: kind as CustodyKind, holder: holder ?? null } } : {}),
    ...(form.every_nth && form.every_nth > 1 ? { everyNth: form.every_nth } : {}),
  }
}

function placesIn(text: string | null | undefined): string[] {
  const lines = (text ?? '').split(/[\n،;]/).map((line) => line.trim())
  return [...new Set(lines.filter(Boolean))].slice(0, 50)
}

/** A new round of thirty days from today. */
export function newPlan(): GivenPlan {
  return givenOf({
    kind: 'full',
    cut_off_on: today(),
    starts_on: today(),
    ends_on: addDays(today(), 30),
    members: [
      { role: 'chair' },
      ...Array.from({ length: 3 }, () => ({ role: 'member' })),
      { role: 'secretary' },
    ],
  })
}

/** A draft as its form shows it. Its members must be loaded. */
export function planAsGiven(round: Round): GivenPlan {
  const scope = (round.scope ?? {}) as RoundScope
  return givenOf({
    kind: round.kind,
    title: round.title,
    cut_off_on: round.cutOffOn,
    starts_on: round.startsOn,
    ends_on: round.endsOn,
    decision_no: round.decisionNo,
    decision_on: round.decisionOn,
    decision_authority: round.decisionAuthority,
    class_ids: scope.classIds,
    unit_ids: scope.unitIds,
    places: scope.places?.join('\n'),
    custody_kind: scope.custody?.kind,
    custody_holder: scope.custody?.holder,
    every_nth: scope.everyNth,
    members: round.members.map(({ role, name, title }) => ({ role, name, title })),
  })
}

/** The same from a form that is shown again. */
export function givenOf(input: Record<string, any>) {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  const members = (Array.isArray(input.members) ? input.members : []) as Record<string, any>[]
  const seats = Array.from({ length: Math.max(SEATS, members.length + 1) }, (_, index) => ({
    role: members[index]?.role ?? 'member',
    name: members[index]?.name ?? '',
    title: members[index]?.title ?? '',
  }))
  return {
    ...(Object.fromEntries(TEXTS.map((name) => [name, input[name] ?? ''])) as Record<
      (typeof TEXTS)[number],
      string
    >),
    class_ids: list(input.class_ids),
    unit_ids: list(input.unit_ids),
    members: seats,
  }
}

const TEXTS = [
  ...([
    'kind',
    'title',
    'cut_off_on',
    'starts_on',
    'ends_on',
    'decision_no',
    'decision_on',
  ] as const),
  ...(['decision_authority', 'places', 'custody_kind', 'custody_holder', 'every_nth'] as const),
] as const
