import { today, type Day } from '#core/days'
import StoredFile from '#core/models/stored_file'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { refreshCompleteness } from '#registry/completeness/refresh'
import { DocumentInFutureError, PictureMissingError } from '#registry/documents/errors'
import { heldAlready, link, secrecyOf, type Link } from '#registry/documents/hanging'
import type { DocumentKind } from '#registry/documents/kinds'
import { judgeDocument } from '#registry/documents/rule_r25'
import { readScan, type Scan } from '#registry/documents/scan'
import Document from '#registry/models/document'
import type { Finding } from '#registry/rules/finding'

export interface DocumentToKeep {
  unitId: number
  kind: DocumentKind
  title: string
  number?: string | null
  /** The day that stands on the paper. */
  dated?: Day | null
  pages?: number | null
  /** Shelf and box of the original. */
  originalPlace?: string | null
  securityClass?: string
  /** The scan or picture, copied from where it lies now. */
  file?: { from: string; originalName: string } | null
  /** What it belongs to: `{ type: 'asset', id: 7 }`; types are those of `document_links`. */
  links: readonly Link[]
  /** What a field application measured itself; it goes before what the picture says. */
  position?: { latitude: string; longitude: string; accuracyM?: string | null } | null
}

export interface KeptDocument {
  document: Document
  /** What R25 says of it: warnings, for the person and for the page of the asset. */
  findings: Finding[]
  /** False when this very scan already hung there: nothing was added. */
  isNew: boolean
}

/** Keeps a paper or photograph of the register, with the hash of its scan and what it hangs on. */
export default class KeepDocument {
  /**
   * The same scan on the same things is kept once, so that a repeated upload changes nothing.
   * @throws DocumentInFutureError, PictureMissingError, NotAScanError, ScanTooLargeError
   */
  async handle(
    given: DocumentToKeep,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<KeptDocument> {
    if (given.dated && given.dated > today()) throw new DocumentInFutureError(given.dated)
    if (given.kind === 'photo' && !given.file) throw new PictureMissingError()
    const scan = given.file ? await readScan(given.file) : null
    return within(outer, async (trx) => {
      const assetIds = given.links.filter(({ type }) => type === 'asset').map(({ id }) => id)
      const held = scan && (await heldAlready(scan.sha256, given, trx))
      const sha256 = scan?.sha256 ?? null
      const findings = await judgeDocument({ sha256, unitId: given.unitId, assetIds }, trx)
      if (held) return { document: held, findings, isNew: false }

      const document = await this.#create(given, scan, assetIds, { by, trx })
      await link(document.id, given.links, trx)
      await refreshCompleteness({ assetIds }, trx)
      await Trail.record(
        {
          action: 'document.kept',
          unitId: given.unitId,
          subjectType: 'document',
          subjectId: document.id,
          label: [given.title, given.number].filter(Boolean).join(' '),
          after: {
            kind: given.kind,
            dated: given.dated ?? null,
            sha256: sha256?.toString('hex') ?? null,
            links: given.links,
          },
        },
        { by, trx }
      )
      return { document, findings, isNew: true }
    })
  }

  async #create(
    given: DocumentToKeep,
    scan: Scan | null,
    assetIds: number[],
    { by, trx }: { by: Actor; trx: Trx }
  ): Promise<Document> {
    const file = scan && (await StoredFile.keep({ ...scan, ...ownersOf(given, by) }, trx))
    const { position } = given
    return Document.create(
      {
        unitId: given.unitId,
        kind: given.kind,
        number: given.number ?? null,
        dated: given.dated ?? null,
        title: given.title,
        pages: given.pages ?? null,
        originalPlace: given.originalPlace ?? null,
        fileId: file ? Number(file.id) : null,
        sha256: scan?.sha256 ?? null,
        securityClass: await secrecyOf(given.securityClass ?? 'normal', assetIds, trx),
        takenAt: scan?.photo.takenAt ?? null,
        latitude: position?.latitude ?? scan?.photo.latitude ?? null,
        longitude: position?.longitude ?? scan?.photo.longitude ?? null,
        accuracyM: position?.accuracyM ?? scan?.photo.accuracyM ?? null,
        bearingDeg: scan?.photo.bearingDeg ?? null,
        createdBy: by.id,
      },
      { client: trx }
    )
  }
}

const ownersOf = ({ unitId }: DocumentToKeep, by: Actor) => ({ unitId, purpose: 'document', by })
