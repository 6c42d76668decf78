import type { ParsedRequestInput, RequestOutput } from '../../../contract/requests.ts'
import { agreementOf, compareClaims } from '../../../domain/compare/agreement/agreement.ts'
import type { ClaimBook } from './claim-book.ts'
import type { ComparedTopics } from './compared-topics.ts'
import type { QueryContext } from './context.ts'

export function compareAgreement(
  { tables }: QueryContext,
  { topicId, ...question }: ParsedRequestInput<'compare.agreement'>,
  compared: ComparedTopics,
  book: ClaimBook,
): RequestOutput<'compare.agreement'> {
  return agreementOf(
    compared.keep(topicId, 'agreement', compareClaims),
    tables.findings.all(),
    question,
    book.relationsOf,
  )
}
