import type { PassThrough } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type { Words } from '#core/lists/definition'
import { formatNumber } from '#core/web/format'
import { documentHash } from '#identity/actions/decide_approval'
import type Round from '#registry/models/round'
import { figuresOf, teamFigures } from '#registry/rounds/queries/figures'
import {
  minutesList,
  reconciledByClass,
  type ListName,
  type MinutesLine,
} from '#registry/rounds/queries/minutes_figures'

/** As many boxes stand beside one another. */
const BESIDE = 3

/** The lists of the minutes with what each row tells. */
const LISTS: readonly { name: ListName; columns: readonly (keyof MinutesLine)[] }[] = [
  { name: 'missing', columns: ['code', 'name', 'street', 'visits', 'worth', 'note'] },
  { name: 'extra', columns: ['name', 'street', 'differences', 'note'] },
  { name: 'elsewhere', columns: ['code', 'name', 'street', 'differences', 'note'] },
  { name: 'different', columns: ['code', 'name', 'differences', 'note'] },
  { name: 'disputed', columns: ['code', 'name', 'street', 'note'] },
  { name: 'idle', columns: ['code', 'name', 'street', 'condition', 'worth'] },
]

const WEIGHTS: Partial<Record<keyof MinutesLine, number>> = {
  ...{ code: 4, name: 4, street: 3, visits: 3, worth: 3, note: 4, differences: 7, condition: 2 },
}

const COUNTS = ['total', 'seen', 'different', 'missing', 'extra'] as const

interface Printing {
  document: ReportDocument
  words: Words
  text: (key: string, data?: Record<string, unknown>) => string
}

/**
 * محضر لجنة الحصر والجرد, in the order of the stores' minutes (٦ مخازن): decision and committee, balance of the
 * register against what was found by class, deficits, surpluses, what differs, is disputed or lies idle, the
 * committee's conclusion and its signatures. The seal is of the figures and the lines named. The round's unit
 * and members must be loaded.
 */
export async function printMinutes(
  round: Round,
  { words, url }: { words: Words; url: string },
  target: PassThrough
): Promise<void> {
  const { locale, t } = words
  const text = (key: string, data?: Record<string, unknown>) =>
    t(`registry.rounds.minutes.${key}`, data)
  const day = (value: string) => formatDay(value, locale)
  const figures = await figuresOf(round.id)
  const document = new ReportDocument(target, {
    title: text('title'),
    subtitle: round.title,
    organisation: [locale === 'ar' ? round.unit.nameAr : round.unit.nameEn],
    locale,
    reportNumber: round.label,
    qr: url,
    question: [
      [t('registry.rounds.kind'), t(`registry.rounds.kinds.${round.kind}`)],
      [t('registry.rounds.cut_off_on'), day(round.cutOffOn)],
      [text('from_to'), `${day(round.startsOn)} — ${day(round.endsOn)}`],
      [t('registry.rounds.status'), t(`registry.rounds.statuses.${round.status}`)],
    ],
  })
  const printing = { document, words, text }
  document.paragraph(
    text('opening', {
      number: round.decisionNo,
      on: day(round.decisionOn),
      authority: round.decisionAuthority,
    })
  )
  if (round.kind === 'movables') document.paragraph(text('form_6'))
  await printCommittee(round, printing)
  const balance = await printBalance(round, figures, printing)
  await printTeams(round, printing)
  const lists: Partial<Record<ListName, MinutesLine[]>> = {}
  for (const { name, columns } of LISTS) {
    lists[name] = await minutesList(round.id, name, words)
    await printList(name, lists[name], columns, printing)
  }
  document.heading(text('conclusion'))
  const count = (name: ListName) => formatNumber(lists[name]?.length ?? 0)
  document.paragraph(
    text(round.status === 'closed' ? 'concluded' : 'not_concluded', {
      missing: count('missing'),
      extra: count('extra'),
      different: formatNumber((lists.different?.length ?? 0) + (lists.elsewhere?.length ?? 0)),
      disputed: count('disputed'),
    })
  )
  printSignatures(round, printing)
  const seal = documentHash({ round: round.picture(), figures, balance, lists })
  await document.close({ seal: seal.toString('hex').slice(0, 16) })
}

async function printCommittee(round: Round, { document, words, text }: Printing) {
  const { t } = words
  document.heading(t('registry.rounds.committee'))
  await document.table({
    columns: [
      { key: 'place', heading: text('place'), type: 'integer' },
      { key: 'name', heading: t('registry.rounds.member_name'), weight: 5 },
      { key: 'title', heading: t('registry.rounds.member_title'), weight: 5 },
      { key: 'role', heading: t('registry.rounds.member_role'), weight: 3 },
    ],
    rows: round.members.map(({ role, name, title }, index) => ({
      place: index + 1,
      name,
      title: title ?? '—',
      role: t(`registry.rounds.roles.${role}`),
    })),
  })
}

async function printBalance(
  round: Round,
  figures: Awaited<ReturnType<typeof figuresOf>>,
  { document, words, text }: Printing
) {
  const { locale, t } = words
  const { found = 0, different = 0, not_found: missing = 0, extra = 0 } = figures.outcomes
  document.keyFigures([
    { label: text('frozen'), value: formatNumber(figures.frozen) },
    { label: text('columns.found'), value: formatNumber(found + different) },
    { label: text('missing'), value: formatNumber(missing) },
    { label: text('extra'), value: formatNumber(extra) },
  ])
  if (round.restrictedLeftOut > 0) {
    document.paragraph(text('left_out', { count: round.restrictedLeftOut }))
  }
  if (figures.desk > 0) document.paragraph(text('desk', { count: figures.desk }))
  const balance = await reconciledByClass(round.id, locale)
  document.heading(text('balance'))
  const counted = ['expected', 'found', 'missing', 'extra', 'unseen'] as const
  await document.table({
    columns: [
      { key: 'class', heading: t('registry.rounds.results.class'), weight: 5 },
      ...counted.map((key) => ({
        key,
        heading: text(`columns.${key}`),
        type: 'integer' as const,
      })),
      { key: 'missing_worth', heading: text('columns.missing_worth'), type: 'money' as const },
    ],
    rows: balance.map((row) => ({ ...row })),
    totals: Object.fromEntries(
      counted.map((key) => [key, balance.reduce((sum, row) => sum + row[key], 0)])
    ),
  })
  return balance
}

async function printTeams(round: Round, { document, words, text }: Printing) {
  const { locale, t } = words
  const teams = await teamFigures(round.id)
  if (teams.length === 0) return
  document.heading(text('teams'))
  await document.table({
    columns: [
      { key: 'name', heading: t('registry.rounds.team'), weight: 3 },
      { key: 'people', heading: text('people'), weight: 5 },
      ...COUNTS.map((key) => ({
        key,
        heading: t(`registry.rounds.counts.${key}`),
        type: 'integer' as const,
        weight: 2,
      })),
    ],
    rows: teams.map((team) => ({
      ...team,
      name: team.name ?? t('registry.rounds.no_team'),
      people: team.people.join(locale === 'ar' ? '، ' : ', '),
    })),
  })
}

async function printList(
  name: ListName,
  lines: readonly MinutesLine[],
  columns: readonly (keyof MinutesLine)[],
  { document, text }: Printing
) {
  document.heading(text(`lists.${name}`, { count: formatNumber(lines.length) }))
  if (lines.length === 0) return document.paragraph(text('none'))
  await document.table({
    columns: [
      { key: 'place', heading: text('place'), type: 'integer' as const },
      ...columns.map((key) => ({
        key,
        heading: text(`columns.${key}`),
        weight: WEIGHTS[key],
        ...(key === 'worth' ? { type: 'money' as const } : {}),
      })),
    ],
    rows: lines.map((line, index) => ({ ...line, place: index + 1 })),
  })
}

/** The committee in rows of three, then the authority that formed it. */
function printSignatures(round: Round, { document, words, text }: Printing) {
  document.paragraph(text('signed'))
  const boxes = round.members.map(({ role, name, title }) => {
    const seat = words.t(`registry.rounds.roles.${role}`)
    return { role: title && title !== seat ? `${seat} — ${title}` : seat, name }
  })
  for (let first = 0; first < boxes.length; first += BESIDE) {
    document.signatures(boxes.slice(first, first + BESIDE))
  }
  document.signatures([{ role: text('authority', { authority: round.decisionAuthority }) }])
}
