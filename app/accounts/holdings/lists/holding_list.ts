import type { ListDefinition } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'
import type { Reader } from '#identity/access/visible'

/** A list of what is held, narrowed to the units where its reader may read it. */
export type HoldingList = ListDefinition<Viewer & Reader>
