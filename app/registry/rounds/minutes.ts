import type { PassThrough } from 'node:stream'
import db from '@adonisjs/lucid/services/db'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type { Words } from '#core/lists/definition'
import { formatNumber } from '#core/web/format'
import { documentHash } from '#identity/actions/decide_approval'
import type Round from '#registry/models/round'
import { figuresOf, teamFigures } from '#registry/rounds/queries/figures'

/** Lines named one by one in the minutes; the rest is in the report of results. */
const MOST = 2_000

/**
 * محضر لجنة الحصر: decision, committee, figures, teams, and every line that differs, is missing, extra or
 * disputed, to be signed by the committee. The seal is of the figures and the lines named. The round's
 * unit and members must be loaded.
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
  const teams = await teamFigures(round.id)
  const differences = await linesApart(round.id)
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
  document.paragraph(
    text('opening', {
      number: round.decisionNo,
      on: day(round.decisionOn),
      authority: round.decisionAuthority,
    })
  )
  const outcome = (name: keyof typeof figures.outcomes) => formatNumber(figures.outcomes[name] ?? 0)
  document.keyFigures([
    { label: text('frozen'), value: formatNumber(figures.frozen) },
    { label: t('registry.rounds.outcomes.found'), value: outcome('found') },
    { label: t('registry.rounds.outcomes.different'), value: outcome('different') },
    { label: t('registry.rounds.outcomes.not_found'), value: outcome('not_found') },
    { label: t('registry.rounds.outcomes.extra'), value: outcome('extra') },
    {
      label: t('registry.rounds.line_statuses.disputed'),
      value: formatNumber(await disputedIn(round.id)),
    },
  ])
  if (round.restrictedLeftOut > 0) {
    document.paragraph(text('left_out', { count: round.restrictedLeftOut }))
  }
  if (figures.desk > 0) document.paragraph(text('desk', { count: figures.desk }))
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
  document.heading(text('differences'))
  if (differences.length === 0) document.paragraph(text('no_differences'))
  else {
    await document.table({
      columns: [
        { key: 'code', heading: t('registry.assets.code'), weight: 3 },
        { key: 'name', heading: t('registry.assets.name'), weight: 4 },
        { key: 'outcome', heading: t('registry.rounds.results.outcome'), weight: 2 },
        { key: 'status', heading: t('registry.rounds.results.status'), weight: 2 },
        { key: 'note', heading: text('note'), weight: 5 },
      ],
      rows: differences.map((line) => ({
        code: line.asset_code ?? '—',
        name: line.name,
        outcome: t(`registry.rounds.outcomes.${line.outcome}`),
        status: t(`registry.rounds.line_statuses.${line.status}`),
        note: line.note ?? '',
      })),
    })
  }
  document.signatures(
    round.members.map(({ role, name, title }) => ({
      role: title ?? t(`registry.rounds.roles.${role}`),
      name,
    }))
  )
  const seal = documentHash({ round: round.picture(), figures, differences })
  await document.close({ seal: seal.toString('hex').slice(0, 16) })
}

/** Lines that were decided as disputed, posted since or not. */
async function disputedIn(roundId: number): Promise<number> {
  const [[row]] = await db.rawQuery(
    `SELECT COUNT(*) AS n FROM round_lines l WHERE l.round_id = ? AND (l.status = 'disputed' OR EXISTS (
       SELECT 1 FROM round_changes c JOIN register_transactions t ON t.id = c.transaction_id
       WHERE c.line_id = l.id AND t.kind = 'verification' AND t.status = 'approved'))`,
    [roundId]
  )
  return Number(row.n)
}

const COUNTS = ['total', 'seen', 'different', 'missing', 'extra'] as const

async function linesApart(roundId: number) {
  const [rows] = await db.rawQuery(
    `SELECT l.id, l.asset_code, l.name, l.outcome, l.status, COALESCE(l.decision_note, f.note) AS note
     FROM round_lines l JOIN round_findings f ON f.id = l.finding_id
     WHERE l.round_id = ? AND (l.outcome <> 'found' OR l.status = 'disputed')
       AND NOT EXISTS (SELECT 1 FROM assets s WHERE s.id = l.asset_id AND s.security_class <> 'normal')
     ORDER BY l.outcome, l.id LIMIT ${MOST}`,
    [roundId]
  )
  return rows as Record<string, any>[]
}
