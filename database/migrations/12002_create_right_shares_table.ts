import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE right_shares (
        right_id BIGINT UNSIGNED NOT NULL,
        party_id BIGINT UNSIGNED NOT NULL,
        numerator BIGINT UNSIGNED NOT NULL,
        denominator BIGINT UNSIGNED NOT NULL COMMENT 'the same for all shares of a right, so that their sum is exact',
        written VARCHAR(40) NOT NULL COMMENT 'as the contract writes it: 1/3, 8 قراريط',
        PRIMARY KEY (right_id, party_id),
        KEY right_shares_party (party_id),
        CONSTRAINT right_shares_right_fk FOREIGN KEY (right_id) REFERENCES rights (id) ON DELETE CASCADE,
        CONSTRAINT right_shares_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT right_shares_fraction CHECK (numerator >= 1 AND denominator >= numerator)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('right_shares')
  }
}
