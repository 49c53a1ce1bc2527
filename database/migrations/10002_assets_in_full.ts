import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP CONSTRAINT assets_status, DROP status,
        ADD unified_property_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'national number of Law 88/2025',
        ADD domain VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'unknown',
        ADD record_status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'recorded',
        ADD life_status VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'in_service',
        ADD criticality VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'normal',
        ADD security_class VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'normal',
        ADD address VARCHAR(255) NULL,
        ADD landmark VARCHAR(200) NULL,
        ADD is_in_zimam TINYINT(1) NULL,
        ADD is_in_cordon TINYINT(1) NULL,
        ADD slots SMALLINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'how many rights of occupation it bears at once',
        ADD version INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'raised by every change; a stale writer is refused',
        ADD is_current TINYINT(1) AS (record_status <> 'superseded' AND life_status NOT IN ('disposed', 'lost', 'written_off', 'merged', 'split')) PERSISTENT,
        ADD cell INT AS (FLOOR(latitude * 100) * 100000 + FLOOR(longitude * 100)) PERSISTENT COMMENT 'hundredth-degree cell of its point',
        ADD UNIQUE KEY assets_unified (unified_property_no),
        ADD KEY assets_cell (cell, unit_id),
        ADD KEY assets_life (unit_id, life_status, record_status),
        ADD KEY assets_parent (parent_id),
        ADD CONSTRAINT assets_domain CHECK (domain IN ('public', 'private', 'endowment', 'leased_in', 'unknown')),
        ADD CONSTRAINT assets_record_status CHECK (record_status IN ('draft', 'recorded', 'surveyed', 'verified', 'disputed', 'superseded')),
        ADD CONSTRAINT assets_life_status CHECK (life_status IN ('planned', 'in_service', 'idle', 'under_used', 'surplus', 'disposal', 'disposed', 'lost', 'written_off', 'merged', 'split')),
        ADD CONSTRAINT assets_criticality CHECK (criticality IN ('normal', 'important', 'critical')),
        ADD CONSTRAINT assets_security CHECK (security_class IN ('normal', 'restricted', 'strategic')),
        ADD CONSTRAINT assets_slots CHECK (slots >= 1)
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE assets
        DROP CONSTRAINT assets_domain, DROP CONSTRAINT assets_record_status, DROP CONSTRAINT assets_life_status,
        DROP CONSTRAINT assets_criticality, DROP CONSTRAINT assets_security, DROP CONSTRAINT assets_slots,
        DROP KEY assets_unified, DROP KEY assets_cell, DROP KEY assets_life, DROP KEY assets_parent,
        DROP is_current, DROP cell, DROP unified_property_no, DROP domain, DROP record_status, DROP life_status,
        DROP criticality, DROP security_class, DROP address, DROP landmark, DROP is_in_zimam, DROP is_in_cordon,
        DROP slots, DROP version,
        ADD status VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'active',
        ADD CONSTRAINT assets_status CHECK (status IN ('active', 'retired'))
    `)
  }
}
