import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Tables to which the run-time user may only add. */
const ADD_ONLY = [
  'trail',
  'trail_seals',
  'ledger_entries',
  'ledger_lines',
  'ledger_seals',
  'asset_changes',
  'asset_geometries',
  'asset_lineage',
  'transaction_assets',
  'transaction_steps',
  'encroachment_steps',
  'encroachment_minutes',
  'title_answers',
  'title_answer_documents',
  'usage_accruals',
