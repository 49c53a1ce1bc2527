/**
 * Every domain keeps its own routes; this file only gathers them.
 */
import '#core/routes'
import '#reporting/routes'
import '#reporting/papers/routes'
import '#revenue/routes'
import '#accounts/routes'
import '#registry/routes'
import '#registry/register/routes'
import '#registry/rights/routes'
import '#registry/documents/routes'
import '#registry/coordinates/routes'
import '#registry/geo/routes'
import '#registry/ogc/routes'
import '#registry/forms/routes'
import '#reporting/biography/routes'
import '#identity/routes'
import '#reporting/imports/routes'
