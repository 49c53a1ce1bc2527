import { bankLinePaper } from '#reporting/papers/kinds/bank_line_paper'
import { chargePaper } from '#reporting/papers/kinds/charge_paper'
import { settlementPaper, slipPaper } from '#reporting/papers/kinds/deposit_papers'
import { ledgerEntryPaper } from '#reporting/papers/kinds/ledger_entry_paper'
import { receiptPaper } from '#reporting/papers/kinds/receipt_paper'
import { assetPaper, partyPaper, rightPaper } from '#reporting/papers/kinds/registry_papers'
import type { PaperKind } from '#reporting/papers/paper'

/** Every kind of paper that has a page. */
export const PAPERS: PaperKind[] = [
  assetPaper,
  rightPaper,
  partyPaper,
  chargePaper,
  receiptPaper,
  slipPaper,
  settlementPaper,
  bankLinePaper,
  ledgerEntryPaper,
]
