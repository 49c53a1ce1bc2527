import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE disposal_bids (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        disposal_id BIGINT UNSIGNED NOT NULL,
        party_id BIGINT UNSIGNED NOT NULL,
        amount DECIMAL(18,2) NOT NULL,
        deposit DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'entry deposit',
        opened_on DATE NOT NULL,
        is_accepted TINYINT(1) NOT NULL DEFAULT 1 COMMENT '0: set aside by the committee',
        note VARCHAR(300) NULL,
        recorded_by BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY disposal_bids_once (disposal_id, party_id),
        KEY disposal_bids_party (party_id),
        CONSTRAINT disposal_bids_disposal_fk FOREIGN KEY (disposal_id) REFERENCES disposals (id),
        CONSTRAINT disposal_bids_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT disposal_bids_amount CHECK (amount > 0 AND deposit >= 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('disposal_bids')
  }
}
