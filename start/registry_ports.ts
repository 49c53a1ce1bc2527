/**
 * What the registry asks of domains above it, filled in here because it may not import them; and what
 * its parts ask of one another.
 */
import { openCasesOn, proposeCase } from '#registry/encroachments/propose_case'
import { rightPorts } from '#registry/rights/ports'
import { arrearsOfRights } from '#revenue/queries/arrears_of_rights'

rightPorts.arrearsOf = arrearsOfRights
rightPorts.openCasesOn = openCasesOn
rightPorts.proposeCase = proposeCase
