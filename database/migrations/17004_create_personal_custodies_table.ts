import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE personal_custodies (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        asset_id BIGINT UNSIGNED NOT NULL,
        holder_user_id BIGINT UNSIGNED NULL COMMENT 'when he has an account',
        holder_name VARCHAR(190) NOT NULL,
        holder_job VARCHAR(120) NULL,
        handed_on DATE NOT NULL,
        handed_by BIGINT UNSIGNED NULL,
        condition_out VARCHAR(300) NOT NULL COMMENT 'state in which it was handed over',
        signed_at DATETIME(3) NULL,
        signed_by BIGINT UNSIGNED NULL COMMENT 'the holder himself, signed in',
        signature_document_id BIGINT UNSIGNED NULL COMMENT 'or the scan of the paper he signed',
        returned_on DATE NULL,
        returned_to BIGINT UNSIGNED NULL,
        condition_back VARCHAR(300) NULL,
        return_document_id BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        open_asset_id BIGINT UNSIGNED AS (IF(returned_on IS NULL, asset_id, NULL)) PERSISTENT,
        UNIQUE KEY personal_custodies_one_holder (open_asset_id),
        KEY personal_custodies_asset (asset_id, handed_on),
        KEY personal_custodies_holder (holder_user_id, returned_on),
        KEY personal_custodies_unit (unit_id, id),
        CONSTRAINT personal_custodies_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT personal_custodies_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id),
        CONSTRAINT personal_custodies_holder_fk FOREIGN KEY (holder_user_id) REFERENCES users (id),
        CONSTRAINT personal_custodies_signature_fk FOREIGN KEY (signature_document_id) REFERENCES documents (id),
        CONSTRAINT personal_custodies_return_fk FOREIGN KEY (return_document_id) REFERENCES documents (id),
        CONSTRAINT personal_custodies_signed CHECK ((signed_at IS NULL) = (signed_by IS NULL AND signature_document_id IS NULL)),
        CONSTRAINT personal_custodies_by_himself CHECK (signed_by IS NULL OR signed_by = holder_user_id),
        CONSTRAINT personal_custodies_returned CHECK ((returned_on IS NULL) = (condition_back IS NULL)),
        CONSTRAINT personal_custodies_order CHECK (returned_on IS NULL OR returned_on >= handed_on)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('personal_custodies')
  }
}
