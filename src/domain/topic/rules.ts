import { short } from '../decide.ts'
import { reject } from '../rejection.ts'
import type { ReadTables, RowOf } from '../rows.ts'

/** What must hold for a topic beside the others. */
export function checkTopic(tables: ReadTables, { id, question, mergedInto }: RowOf<'topics'>): void {
  if (!mergedInto) checkQuestion(tables, question, id)
}

/** Refuses a question that another topic asks, upper and lower case alike. */
export function checkQuestion(tables: ReadTables, question: string, id: string): void {
  const wanted = question.toLocaleLowerCase('en')
  for (const topic of tables.topics.all()) {
    if (topic.id !== id && !topic.mergedInto && topic.question.toLocaleLowerCase('en') === wanted) {
      reject(
        'name_taken',
        `There is already a topic “${short(topic.question)}”. Use it, or word this one differently.`,
        {
          id: topic.id,
        },
      )
    }
  }
}
