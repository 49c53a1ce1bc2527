/** What the budget asks of the accounts, filled in here because it may not import them. */
import { postShare, postTransfer, revenueOfFund } from '#accounts/postings/post_fund'
import { fundPorts } from '#budget/funds/ports'

fundPorts.revenueOf = revenueOfFund
fundPorts.postShare = postShare
fundPorts.postTransfer = postTransfer
