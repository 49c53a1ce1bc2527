/**
 * What the beneficiaries of the accounts ask of the payments, which stand above them, and of the register
 * of parties, whose domain the accounts may not import.
 */
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import { frozenPaymentsOf } from '#accounts/payments/frozen_payments'
import { findOrRecordParty } from '#registry/parties/find_or_record_party'

beneficiaryPorts.frozenPaymentsOf = frozenPaymentsOf
beneficiaryPorts.partyOf = findOrRecordParty
