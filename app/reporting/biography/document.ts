import type { Writable } from 'node:stream'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { today } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import { formatMoment } from '#core/web/format'
import { sealCode } from '#audit/seal'
import type { LoadedSection } from '#registry/biography/biography'
import type { BiographyAsset, BiographyReader } from '#registry/biography/section'
import { digestOf } from '#reporting/canonical'
import { organisationOf } from '#identity/queries/organisation'

export interface BiographyPaper {
  asset: BiographyAsset
  reader: BiographyReader
  sections: readonly LoadedSection[]
  /** Who had it printed. */
  by: string
  /** Address of the page, for the QR code. */
  address: string
}

/**
 * بطاقة الأصل on paper: the same sections as the page, with the SHA-256 of everything it says, the last
 * seal of the trail, and a QR code that leads back to the page.
 */
export async function writeBiography(target: Writable, paper: BiographyPaper): Promise<void> {
  const { asset, reader, sections, by } = paper
  const { t, locale } = reader.words
  const digest = digestOf(sections.map(({ section, content }) => [section.key, content])).toString(
    'hex'
  )
  const seal = await lastSeal()
  const number = `${asset.code}/${today().replaceAll('-', '')}`
  const document = new ReportDocument(target, {
    title: t('registry.biography.paper_title'),
    subtitle: `${asset.name} — ${asset.className}`,
    organisation: await organisationOf(asset.unitId, locale),
    locale,
    reportNumber: number,
    seal: [seal, `SHA-256 ${digest}`].filter(Boolean).join(' · '),
    qr: `${paper.address}\nDIWAN ${asset.code} SHA256 ${digest.slice(0, 16)}`,
    generatedAt: clock.now(),
    author: by,
    question: [
      [t('registry.fields.code'), asset.code],
      [t('core.fields.unit'), asset.unitName],
      [t('registry.biography.on'), reader.on],
      [
        t('registry.biography.known'),
        reader.known ? formatMoment(`${reader.known}Z`) : t('registry.biography.known_now'),
      ],
      [t('registry.biography.printed_by'), by],
    ],
  })
  for (const { section, content } of sections) {
    document.heading(t(section.title ?? `registry.biography.sections.${section.key}`))
    await section.pdf(content, { document, words: reader.words })
  }
  await document.close()
}

/** The code of the last seal of the trail; reading a paper seals nothing. */
async function lastSeal(): Promise<string | null> {
  const row = await db.from('trail_seals').orderBy('id', 'desc').select('root').first()
  return row ? sealCode(row.root) : null
}
