import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE asset_classes
        ADD subtype VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'site' COMMENT 'which detail table describes it',
        ADD letter CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'S' COMMENT 'third part of the asset code',
        ADD geometries JSON NOT NULL DEFAULT '["point"]' COMMENT 'point, polygon, none',
        ADD required_fields JSON NOT NULL DEFAULT '[]' COMMENT 'facts an asset needs to be verified',
        ADD required_documents JSON NOT NULL DEFAULT '[]' COMMENT 'kinds of papers it needs to be verified',
        ADD photos_required TINYINT UNSIGNED NOT NULL DEFAULT 0,
        ADD gps_limit_m SMALLINT UNSIGNED NULL COMMENT 'worst accuracy a field record may have',
        ADD has_slots TINYINT(1) NOT NULL DEFAULT 0,
        ADD is_depreciable TINYINT(1) NOT NULL DEFAULT 1,
        ADD gfsm_code VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD measurement VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'historic',
        ADD CONSTRAINT asset_classes_subtype CHECK (subtype IN ('land', 'building', 'site', 'movable')),
        ADD CONSTRAINT asset_classes_measurement CHECK (measurement IN ('historic', 'current_value'))
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE asset_classes
        DROP CONSTRAINT asset_classes_subtype, DROP CONSTRAINT asset_classes_measurement,
        DROP subtype, DROP letter, DROP geometries, DROP required_fields, DROP required_documents,
        DROP photos_required, DROP gps_limit_m, DROP has_slots, DROP is_depreciable, DROP gfsm_code, DROP measurement
    `)
  }
}
