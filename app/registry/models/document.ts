import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { DocumentSchema } from '#database/schema'
import StoredFile from '#core/models/stored_file'
import type { Reader } from '#identity/access/visible'
import Unit from '#identity/models/unit'
import { openTo } from '#registry/security/open_to'
import DocumentLink from '#registry/models/document_link'

/** A paper or photograph of the register (مستند), with the hash of its scan and the place of its original. */
export default class Document extends DocumentSchema {
  static override table = 'documents'

  // The naming strategy would look for `sha_256`.
  @column({ columnName: 'sha256' })
  declare sha256: Buffer | null

  @belongsTo(() => Unit, { foreignKey: 'unitId' })
  declare unit: BelongsTo<typeof Unit>

  @belongsTo(() => StoredFile, { foreignKey: 'fileId' })
  declare file: BelongsTo<typeof StoredFile>

  @hasMany(() => DocumentLink, { foreignKey: 'documentId' })
  declare links: HasMany<typeof DocumentLink>

  /** Papers of the units a person reads; restricted ones only where he may see restricted assets. */
  static visibleTo(reader: Reader) {
    return openTo(this.query(), reader, 'documents')
  }
}
