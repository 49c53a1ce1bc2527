import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE penalties (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        fiscal_year CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number INT UNSIGNED NOT NULL COMMENT 'gapless per unit and fiscal year (book 39)',
        party_id BIGINT UNSIGNED NULL,
        user_id BIGINT UNSIGNED NULL COMMENT 'an employee with an account',
        person_name VARCHAR(200) NOT NULL,
        violation VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'goods, works … as the caps name them, or conduct',
        investigation_no VARCHAR(60) NOT NULL COMMENT 'report or investigation it rests on',
        contract_no VARCHAR(60) NULL,
        contract_amount DECIMAL(18,2) NULL COMMENT 'what its cap is a share of',
        assessed DECIMAL(18,2) NOT NULL COMMENT 'as it was decided',
        amount DECIMAL(18,2) NOT NULL COMMENT 'as it stands, appeals counted in',
        reason VARCHAR(500) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'recorded',
        made_by BIGINT UNSIGNED NOT NULL,
        made_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        approved_by BIGINT UNSIGNED NULL,
        approved_on DATE NULL,
        document_hash BINARY(32) NULL,
        refusal VARCHAR(500) NULL,
        executed_via VARCHAR(10) CHARACTER SET ascii NULL,
        executed_on DATE NULL,
        execution_paper VARCHAR(60) NULL,
        guarantee_act_id BIGINT UNSIGNED NULL,
        executed DECIMAL(18,2) NOT NULL DEFAULT 0 COMMENT 'taken and not given back',
        version INT UNSIGNED NOT NULL DEFAULT 1,
        UNIQUE KEY penalties_number (unit_id, fiscal_year, number),
        UNIQUE KEY penalties_guarantee_act (guarantee_act_id),
        KEY penalties_contract (party_id, contract_no),
        KEY penalties_status (unit_id, status, id),
        CONSTRAINT penalties_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT penalties_party_fk FOREIGN KEY (party_id) REFERENCES parties (id),
        CONSTRAINT penalties_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT penalties_act_fk FOREIGN KEY (guarantee_act_id) REFERENCES guarantee_acts (id),
        CONSTRAINT penalties_one_person CHECK ((party_id IS NULL) <> (user_id IS NULL)),
        CONSTRAINT penalties_contract_amount CHECK (contract_amount IS NULL OR (contract_no IS NOT NULL AND contract_amount > 0)),
        CONSTRAINT penalties_amount CHECK (assessed > 0 AND amount BETWEEN 0 AND assessed AND executed BETWEEN 0 AND assessed),
        CONSTRAINT penalties_status CHECK (status IN ('recorded', 'approved', 'refused', 'executed', 'cancelled')),
        CONSTRAINT penalties_cancelled CHECK ((status = 'cancelled') = (amount = 0)),
        CONSTRAINT penalties_maker_is_not_checker CHECK (approved_by IS NULL OR approved_by <> made_by),
        CONSTRAINT penalties_approved CHECK (status NOT IN ('approved', 'executed') OR (approved_by IS NOT NULL AND approved_on IS NOT NULL AND document_hash IS NOT NULL)),
        CONSTRAINT penalties_via CHECK (executed_via IN ('invoice', 'guarantee', 'cash')),
        CONSTRAINT penalties_by_guarantee CHECK ((executed_via <=> 'guarantee') = (guarantee_act_id IS NOT NULL)),
        CONSTRAINT penalties_executed CHECK (status <> 'executed' OR (executed_via IS NOT NULL AND executed_on IS NOT NULL AND execution_paper IS NOT NULL AND executed = amount))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('penalties')
  }
}
