import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE asset_lands (
        asset_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        hod VARCHAR(120) NULL COMMENT 'الحوض',
        hod_folded VARCHAR(120) NULL COMMENT 'the basin as search reads it',
        plot_no VARCHAR(60) NULL COMMENT 'رقم القطعة',
        block_no VARCHAR(60) NULL,
        sheet_no VARCHAR(60) NULL COMMENT 'رقم اللوحة المساحية',
        belt VARCHAR(12) CHARACTER SET ascii NULL COMMENT 'grid of the sheet',
        register_office VARCHAR(120) NULL COMMENT 'مأمورية الشهر العقاري',
        register_no VARCHAR(60) NULL COMMENT 'رقم السجل العيني أو الشهر',
        use_actual VARCHAR(60) NULL,
        use_planned VARCHAR(60) NULL,
        frontage_m DECIMAL(12,3) NULL,
        irrigation VARCHAR(60) NULL,
        KEY asset_lands_plot (hod_folded, plot_no),
        KEY asset_lands_use (use_actual),
        CONSTRAINT asset_lands_asset_fk FOREIGN KEY (asset_id) REFERENCES assets (id) ON DELETE CASCADE
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
    `)
  }

  async down() {
    this.schema.dropTable('asset_lands')
  }
}
