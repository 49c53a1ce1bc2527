import { DocumentLinkSchema } from '#database/schema'

/** Which asset, right, transaction … a document belongs to. */
export default class DocumentLink extends DocumentLinkSchema {
  static override table = 'document_links'
  // Its key is three columns; it is never updated, only made.
  static override selfAssignPrimaryKey = true
}
