import db from '@adonisjs/lucid/services/db'
import { column, dayAsked, onFilter, type BudgetList } from '#budget/lists/parts'
import { FIGURES, MOVES } from '#budget/balances/figures'

/** Pages of the documents that move lines. */
const PAGES: Readonly<Record<string, string>> = {
  commitment: '/budget/commitments/',
  virement: '/budget/virements/',
}

/** Everything that moved one line, newest first; each leads to its document. The door judged the line. */
export function movementsList(lineId: number): BudgetList {
  return {
    name: 'budget-movements',
    title: 'budget.lines.movements',
    permission: 'budget.lines.read',
    query: (_user, ctx) => {
      const on = dayAsked(ctx.request.qs().on)
      const query = db.from('budget_movements as m').where('m.line_id', lineId)
      return on ? query.where('m.effective_on', '<=', on) : query
    },
    key: 'm.id',
    columns: [
      column('appropriation_no', 'integer', {
        expression: 'm.id',
        link: ({ document_type: type, document_id: id }) =>
          Object.hasOwn(PAGES, type) ? `${PAGES[type]}${id}` : null,
        words: ({ _key }) => String(_key),
        width: 10,
      }),
      column('effective_on', 'day', { expression: 'm.effective_on', sortable: true }),
      column('move', 'text', {
        expression: 'm.kind',
        words: ({ move }, { t }) => t(`budget.moves.${move}`),
        width: 16,
      }),
      ...FIGURES.map((figure) =>
        column(figure, 'money', { expression: `m.${figure}`, total: true })
      ),
      column('made_at', 'moment', { expression: 'm.made_at', width: 18 }),
    ],
    fields: { document_type: 'm.document_type', document_id: 'm.document_id' },
    filters: [
      {
        key: 'move',
        label: 'budget.columns.move',
        type: 'select',
        column: 'm.kind',
        options: ({ t }) => MOVES.map((value) => ({ value, label: t(`budget.moves.${value}`) })),
      },
      onFilter,
    ],
    defaultSort: '-effective_on',
    empty: { title: 'budget.lines.no_movements' },
  }
}
