import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { judgeRecorded, judgeTwins } from '#core/imports/landing'
import { Problem } from '#core/imports/problem'
import type { ImportDefinition } from '#core/imports/definition'
import { GROUND_OF } from '#registry/encroachments/kinds'
import { changeFields } from '#registry/imports/cases/change_fields'
import { landChanges } from '#registry/imports/cases/change_landing'
import { planChanges } from '#registry/imports/cases/change_plan'
import { undoChanges } from '#registry/imports/cases/change_undo'
import { GROUND_COLUMNS, putGround } from '#registry/imports/cases/ground'
import { caseReasons } from '#registry/imports/cases/reasons'
import { unitsByPlace } from '#registry/imports/cases/unit_by_place'

/** A change once recorded stays what it is: its number, day and kind. */
const CHANGE = {
  table: 'spatial_changes',
  key: { change_no: 's.change_no' },
  facts: { detected_on: 's.detected_on', kind: 's.kind' },
  details: {},
}

/**
 * كشف المتغيرات المكانية: a row for each change that the system of spatial changes reports. A change
 * joins the open case of its place, opens a removed one again (relapse), or becomes a detected case.
 * What the file calls licensed becomes a case too: screening closes it with a reason.
 */
const spatialChanges: ImportDefinition = {
  kind: 'spatial-changes',
  labels: sentence('كشف المتغيرات المكانية', 'Spatial changes'),
  permission: 'registry.encroachments.manage',
  needsApproval: false,
  fields: changeFields,
  derived: GROUND_COLUMNS,
  fills: ['ground'],
  totals: [],
  key: ['change_no'],
  reasons: caseReasons,

  async open() {
    return (row) => {
      if (row.detected_on! > today())
        return new Problem('not_come', row.detected_on!, 'detected_on')
      row.ground ??= GROUND_OF[row.kind as keyof typeof GROUND_OF]
      const problem = putGround(row)
      if (problem) return problem
      return row.shape_hex || row.place ? null : new Problem('place_missing', '', 'geometry')
    }
  },

  async judge(stage) {
    await judgeRecorded(stage, CHANGE)
    await unitsByPlace(stage)
    await judgeTwins(stage, ['change_no'], ['detected_on', 'kind', 'shape_hex'])
    await planChanges(stage)
  },

  land: landChanges,

  undo: undoChanges,
}

export default spatialChanges
