/**
 * What the registry asks of domains above it, filled in here because it may not import them.
 */
import { rightPorts } from '#registry/rights/ports'
import { arrearsOfRights } from '#revenue/queries/arrears_of_rights'

rightPorts.arrearsOf = arrearsOfRights
