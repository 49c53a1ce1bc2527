import { BankMatchMemberSchema } from '#database/schema'

/** One slip, batch or bank line of a {@link BankMatch}; each is in one group at most. */
export default class BankMatchMember extends BankMatchMemberSchema {}
