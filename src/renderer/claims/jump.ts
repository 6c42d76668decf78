import { ask, ProblemError } from '../data/ask.ts'
import { useNavigation } from '../state/navigation.ts'
import { toast } from '../ui/toast.ts'

/** Opens the article at the first words that a claim rests on; says so where there are none. */
export async function jumpToEvidence(id: string): Promise<void> {
  try {
    const { evidence } = await ask('claim.get', { id })
    const there = evidence.find(({ annotation, article }) => annotation && article)
    if (there?.article) {
      useNavigation.getState().openArticle(there.article.id, { annotationId: there.annotationId })
    } else {
      toast({ text: 'This claim rests on no words: none were given, or they were removed.' })
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    toast({ kind: 'problem', text: error.problem.message })
  }
}
