import { type PassThrough } from 'node:stream'
import { amountInWords } from '#core/amount_in_words'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import { Money } from '#core/money'
import { formatMoney } from '#core/web/format'
import type { Words } from '#core/lists/definition'
import type Right from '#registry/models/right'
import type { rightPage } from '#registry/rights/queries/right_page'

type Page = Awaited<ReturnType<typeof rightPage>>

/**
 * The contract as it is printed and signed: parties, place, time, rent in figures and in words, raises,
 * deposit, conditions. Its foot carries the fingerprint that the approval bound.
 */
export async function printContract(
  right: Right,
  page: Page,
  { words, url }: { words: Words; url: string },
  target: PassThrough
): Promise<void> {
  const { locale, t } = words
  const text = (key: string, data?: Record<string, unknown>) =>
    t(`registry.rights.contract.${key}`, data)
  const day = (value: string) => formatDay(value, locale)
  const money = (amount: Money) =>
    text('amount', { amount: formatMoney(amount, locale), words: amountInWords(amount, locale) })
  const document = new ReportDocument(target, {
    title: t(`registry.rights.contract.titles.${right.kind}`),
    organisation: [locale === 'ar' ? right.unit.nameAr : right.unit.nameEn],
    locale,
    qr: url,
    question: [
      [t('registry.rights.right_no'), right.rightNo],
      [t('registry.rights.decision_no'), right.decisionNo ?? '—'],
      [t('registry.assets.code'), right.asset.code],
    ],
  })
  document.heading(text('parties'))
  document.paragraph(text('first', { grantor: right.grantor ?? right.unit.nameAr }))
  const holders = page.shares.length
    ? page.shares.map(({ name, written }) =>
        page.shares.length > 1 ? text('partner', { name, share: written }) : String(name)
      )
    : [right.party.name]
  document.paragraph(text('second', { holders: holders.join(locale === 'ar' ? '، ' : ', ') }))
  document.heading(text('subject'))
  document.details([
    [t('registry.rights.asset'), `${right.asset.siteNo} — ${right.asset.name}`],
    [text('place'), right.asset.street || '—'],
    [t('registry.rights.slot_no'), right.slotNo === null ? text('all') : String(right.slotNo)],
    [
      t('registry.assets.area_m2'),
      right.areaPartM2 ?? (right.asset.areaM2 ? String(right.asset.areaM2) : '—'),
    ],
    [t('registry.rights.purpose'), right.purpose ?? '—'],
    [t('registry.rights.activity'), right.activity ?? '—'],
    [t('registry.rights.valid_from'), day(right.validFrom)],
    [t('registry.rights.valid_until'), page.until ? day(page.until) : text('no_end')],
  ])
  document.heading(text('rent'))
  const first = page.terms[0] ? Money.of(page.terms[0].period_amount) : right.periodAmount
  document.paragraph(
    text('rent_is', {
      billing: t(`registry.rights.billings.${right.billing}`),
      amount: money(first),
    })
  )
  if (right.deposit.isPositive())
    document.paragraph(text('deposit', { amount: money(right.deposit) }))
  if (page.terms.length > 1) {
    document.paragraph(
      text('raised', {
        percent: String(right.escalationPercent).replace(/\.?0+$/, ''),
        months: right.escalationMonths,
      })
    )
    await document.table({
      columns: [
        { key: 'from', heading: t('registry.rights.valid_from'), type: 'date' },
        { key: 'until', heading: t('registry.rights.valid_until'), type: 'date' },
        { key: 'amount', heading: t('registry.rights.period_amount'), type: 'money' },
      ],
      rows: page.terms.map((term) => ({
        from: term.valid_from,
        until: term.valid_until,
        amount: term.period_amount,
      })),
    })
  }
  if (right.conditions) {
    document.heading(t('registry.rights.conditions'))
    for (const line of right.conditions.split(/\r?\n/).filter(Boolean)) document.paragraph(line)
  }
  document.signatures([
    { role: text('signs.first'), name: right.grantor ?? undefined },
    { role: text('signs.second'), name: right.party.name },
    { role: text('signs.witness') },
  ])
  await document.close({ seal: right.documentHash?.toString('hex').slice(0, 16) })
}
