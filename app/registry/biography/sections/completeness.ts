import type { BiographySection } from '#registry/biography/section'
import type { Words } from '#core/lists/definition'
import { completenessOf } from '#registry/completeness/refresh'

interface Completeness {
  score: number
  missing: string[]
}

/** اكتمال البيانات: what its class asks and is not there yet. */
export const section: BiographySection<Completeness> = {
  key: 'completeness',
  permission: 'registry.assets.read',
  view: 'pages/registry/assets/sections/completeness',
  async load(assetId, { words }) {
    const { score, missing } = await completenessOf(assetId)
    return { score, missing: missing.map((name) => missingWords(name, words)) }
  },
  pdf({ score, missing }, { document, words: { t } }) {
    document.details([
      [t('registry.completeness.score'), `${score}%`],
      ...(missing.length > 0
        ? [[t('registry.completeness.missing'), missing.join('، ')] as const]
        : []),
    ])
  },
}

/** `doc:deed` → «مستند: سند ملكية». */
export function missingWords(name: string, { t }: Words): string {
  if (name === 'photos') return t('registry.completeness.photos')
  if (!name.startsWith('doc:')) return t(`registry.fields.${name}`)
  return t('registry.completeness.document', {
    kind: t(`registry.documents.kinds.${name.slice(4)}`),
  })
}
