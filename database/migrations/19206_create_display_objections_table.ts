import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE display_objections (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        unit_id BIGINT UNSIGNED NOT NULL,
        list_id BIGINT UNSIGNED NOT NULL,
        entry_id BIGINT UNSIGNED NULL COMMENT 'NULL: against the list as a whole, or what it leaves out',
        objection_no VARCHAR(40) NOT NULL,
        received_on DATE NOT NULL,
        objector_name VARCHAR(200) NOT NULL,
        text VARCHAR(2000) NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'open',
        made_by BIGINT UNSIGNED NOT NULL,
        decided_by BIGINT UNSIGNED NULL,
        decided_on DATE NULL,
        decision_reason VARCHAR(1000) NULL,
        created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
        UNIQUE KEY display_objections_no (list_id, objection_no),
        KEY display_objections_open (list_id, status),
        KEY display_objections_entry (entry_id),
        CONSTRAINT display_objections_unit_fk FOREIGN KEY (unit_id) REFERENCES units (id),
        CONSTRAINT display_objections_list_fk FOREIGN KEY (list_id) REFERENCES display_lists (id),
        CONSTRAINT display_objections_entry_fk FOREIGN KEY (entry_id) REFERENCES display_entries (id),
        CONSTRAINT display_objections_maker_fk FOREIGN KEY (made_by) REFERENCES users (id),
        CONSTRAINT display_objections_decider_fk FOREIGN KEY (decided_by) REFERENCES users (id),
        CONSTRAINT display_objections_status CHECK (status IN ('open', 'accepted', 'refused')),
        CONSTRAINT display_objections_decided CHECK ((status = 'open') = (decided_by IS NULL) AND (decided_by IS NULL OR (decided_by <> made_by AND decided_on >= received_on AND decision_reason IS NOT NULL)))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('display_objections')
  }
}
