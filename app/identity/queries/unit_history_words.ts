import Unit from '#identity/models/unit'
import type { UnitChangeKind, UnitPicture } from '#identity/models/unit_change'

/** Words for what a unit was before or after a step of its history. */
export async function historyWords(unit: Unit, locale: string) {
  const parentIds = unit.changes.flatMap(({ beforeValue, afterValue }) =>
    [beforeValue.parentId, afterValue.parentId].filter((id) => id !== null && id !== undefined)
  )
  const parents = await Unit.query().whereIn('id', [...new Set(parentIds)])
  const names = new Map(parents.map((parent) => [parent.id, parent.nameIn(locale)]))
  return (kind: UnitChangeKind, picture: Partial<UnitPicture>): string => {
    const name = locale === 'en' ? picture.nameEn : picture.nameAr
    if (kind === 'move') return names.get(picture.parentId ?? 0) ?? '—'
    if (kind === 'close' || kind === 'reopen') return picture.closedOn ?? '—'
    return name ?? '—'
  }
}
