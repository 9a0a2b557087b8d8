/** Which minute a scanned code proves: codes of cards and of tickets hold for their own period and the next. */
import { codePeriod, proofDigits } from '../../domain/members/member-code'
import { codeProof, sameText } from './secret'

/** The period that the proof was made in; undefined when it proves nothing. */
export const provedPeriod = (
  proof: string,
  at: number,
  statementIn: (period: number) => string,
): number | undefined =>
  [codePeriod(at), codePeriod(at) - 1].find((period) =>
    sameText(proofDigits(codeProof(statementIn(period))), proof),
  )
