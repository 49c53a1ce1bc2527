import { sentence, type Sentence } from '#core/domain_error'
import type { StateNames, Transitions } from '#core/transitions'
import type { Permission } from '#identity/permissions'

const STATES = {
  detected: sentence('مرصودة', 'detected'),
  lawful: sentence('قانونية', 'lawful'),
  duplicate: sentence('مكررة', 'duplicate'),
  cancelled: sentence('أُلغي فتحها', 'taken back'),
  unlawful: sentence('غير قانونية', 'unlawful'),
  inspected: sentence('عوينت', 'inspected'),
  minuted: sentence('حُرر محضرها', 'minuted'),
  manifest: sentence('تعد ظاهر لا سند له', 'manifest encroachment'),
  arguable: sentence('للحائز سند محتمل', 'arguable title'),
  // أ: الإزالة
  ordered: sentence('أعد قرار إزالتها', 'removal order drafted'),
  issued: sentence('صدر قرار إزالتها', 'removal order issued'),
  notified: sentence('أعلن قرار إزالتها', 'notice served'),
  scheduled: sentence('حُدد موعد التأمين', 'security date set'),
  executed: sentence('نُفذت الإزالة', 'removal executed'),
  restored: sentence('أعيد الموقع لأصله', 'site restored'),
  handed_over: sentence('سُلم الموقع', 'site handed over'),
  removed: sentence('أزيلت وأقفلت', 'removed and closed'),
  // ب: التقنين
  filed: sentence('طلب تقنين', 'legalisation filed'),
  fees_paid: sentence('سُددت رسوم الفحص والمعاينة', 'fees paid'),
  file_inspected: sentence('عوين طلب التقنين', 'file inspected'),
  valued: sentence('قُدر السعر', 'valued'),
  accepted: sentence('قبلت اللجنة التقنين', 'accepted by the committee'),
  rejected: sentence('رفضت اللجنة التقنين', 'rejected by the committee'),
  grieved: sentence('تظلم من الرفض', 'grievance lodged'),
  contracted: sentence('حُرر العقد', 'contract signed'),
  settled: sentence('قُننت وسُدد الثمن', 'legalised and paid'),
  // ج: القضاء
  in_court: sentence('منظورة أمام القضاء', 'in court'),
  lost: sentence('قُضي للحائز', 'decided for the occupier'),
} as const satisfies Record<string, Sentence>

export type CaseState = keyof typeof STATES

export const CASE_STATES = Object.keys(STATES) as CaseState[]
export const CASE_STATE_NAMES: StateNames = STATES

/** One move of a case: from where, to where, and who may make it. */
export interface Move {
  from: readonly CaseState[]
  /** Several: the evidence of the case decides (see `fallenBack`). */
  to: readonly CaseState[]
  permission: Permission
}

const MANAGE = 'registry.encroachments.manage'
const INSPECT = 'registry.encroachments.inspect'
const JUDGE = 'registry.encroachments.judge'
const APPROVE = 'registry.encroachments.approve'
const EXECUTE = 'registry.encroachments.execute'

/** Where a case stands again when its legalisation comes to nothing. */
const BACK = ['unlawful', 'minuted', 'manifest', 'arguable'] as const

/**
 * The life of an encroachment case (دورة حياة ملف التعدي): the one table that pages, actions, the daily
 * job and tests read. A: removal; B: legalisation, which falls back to A; C: court.
 */
export const MOVES = {
  find_lawful: move(['detected'], ['lawful'], MANAGE),
  find_duplicate: move(['detected'], ['duplicate'], MANAGE),
  find_unlawful: move(['detected'], ['unlawful'], MANAGE),
  take_back: move(['detected'], ['cancelled', 'removed'], MANAGE),
  inspect: move(['unlawful'], ['inspected'], INSPECT),
  write_minutes: move(['inspected'], ['minuted'], INSPECT),
  answer_title: move(['minuted', 'manifest', 'arguable'], ['manifest', 'arguable'], JUDGE),

  draft_order: move(['manifest'], ['ordered'], MANAGE),
  issue_order: move(['ordered'], ['issued'], APPROVE),
  refuse_order: move(['ordered'], ['manifest'], APPROVE),
  withdraw_order: move(['issued', 'notified', 'scheduled'], ['manifest'], APPROVE),
  serve_notice: move(['issued'], ['notified'], EXECUTE),
  set_security: move(['notified', 'scheduled'], ['scheduled'], EXECUTE),
  execute: move(['scheduled'], ['executed'], EXECUTE),
  restore: move(['executed'], ['restored'], EXECUTE),
  hand_over: move(['restored'], ['handed_over'], EXECUTE),
  reinspect: move(['handed_over'], ['removed', 'scheduled'], INSPECT),

  file: move(['unlawful', 'minuted', 'manifest', 'arguable'], ['filed'], MANAGE),
  pay_fees: move(['filed'], ['fees_paid'], MANAGE),
  inspect_file: move(['fees_paid'], ['file_inspected'], INSPECT),
  value: move(['file_inspected'], ['valued'], MANAGE),
  accept: move(['valued'], ['accepted'], APPROVE),
  reject: move(['valued'], ['rejected'], APPROVE),
  grieve: move(['rejected'], ['grieved'], MANAGE),
  uphold_grievance: move(['grieved'], ['accepted'], APPROVE),
  dismiss_grievance: move(['grieved'], BACK, APPROVE),
  contract: move(['accepted'], ['contracted'], MANAGE),
  pay_price: move(['contracted'], ['settled'], MANAGE),
  abandon: move(
    ['filed', 'fees_paid', 'file_inspected', 'valued', 'accepted', 'contracted'],
    BACK,
    MANAGE
  ),
  fall_back: move(['rejected'], BACK, MANAGE),

  sue: move(['manifest', 'arguable'], ['in_court'], JUDGE),
  win: move(['in_court'], ['manifest'], JUDGE),
  lose: move(['in_court'], ['lost'], JUDGE),

  relapse: move(['removed'], ['detected'], MANAGE),
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof MOVES
export const MOVE_NAMES = Object.keys(MOVES) as MoveName[]

/** From each state the states it may become: what {@link MOVES} say, read the other way. */
export const CASE_LIFE = Object.fromEntries(
  CASE_STATES.map((state) => [
    state,
    [
      ...new Set(
        MOVE_NAMES.filter((name) => allows(name, state)).flatMap((name) => [...MOVES[name].to])
      ),
    ],
  ])
) as unknown as Transitions<CaseState>

/** Ends of a case. A removed one is opened again by a relapse. */
export const CLOSED: readonly CaseState[] = [
  'lawful',
  'duplicate',
  'cancelled',
  'removed',
  'settled',
  'lost',
]

/** On the way of removal after the order was issued: what an active legalisation file freezes (R20). */
export const UNDER_REMOVAL: readonly CaseState[] = ['issued', 'notified', 'scheduled']

/** Found unlawful and minuted, so that the usage charge runs until it closes. */
export const CHARGED: readonly CaseState[] = CASE_STATES.filter(
  (state) => !CLOSED.includes(state) && !['detected', 'unlawful', 'inspected'].includes(state)
)

export function allows(name: MoveName, state: string): boolean {
  return (MOVES[name].from as readonly string[]).includes(state)
}

function move(from: readonly CaseState[], to: readonly CaseState[], permission: Permission): Move {
  return { from, to, permission }
}
