/** What an expression gives for each of several documents, as the pages of the reference show it. */
import type { Fields } from '../../local/cloud'
import type { Conformance } from './environment'
import type { Expressions } from './sdk-surface'

export type Computed = [
  title: string,
  docs: object[],
  expression: (_: Expressions) => unknown,
  results: unknown[],
]

/** The results in the order of the documents. */
export async function computedBy(
  suite: Conformance,
  docs: object[],
  expression: (_: Expressions) => unknown,
): Promise<Fields[string][]> {
  await suite.given(...docs.map((doc, position) => ({ _id: `${position}`, ...doc })))
  const { list } = await suite
    .documents()
    .aggregate()
    .sort({ _id: 1 })
    .project({ result: expression(suite.command.aggregate) })
    .end()
  return list.map(({ result }) => result)
}
