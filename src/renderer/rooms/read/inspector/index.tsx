import { useEffect, useRef } from 'react'
import type { ArticleMarks } from '../../../../contract/rows.ts'
import { ClaimForm } from '../../../claims/claim-form.tsx'
import { keyOfWords } from '../../../claims/claim-form-draft.ts'
import { useAsk } from '../../../data/ask.ts'
import { useReadOnly } from '../../../data/read-only.ts'
import { number } from '../../../format.ts'
import { useActions } from '../../../state/actions.ts'
import { showPane } from '../../../state/panes.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { focusSoon, focusText } from '../focus-soon.ts'
import { useReading } from '../reading-state.ts'
import { SuggestionsPanel } from '../suggestions/panel.tsx'
import { useSuggesting } from '../suggestions/suggesting.ts'
import { useOpenSuggestions } from '../suggestions/use-open-suggestions.ts'
import { useBeside } from '../suggestions/use-suggestions-in-text.ts'
import { AnnotationList } from './annotation-list.tsx'
import { ArticleDetails } from './article-details.tsx'
import { ChosenAnnotation } from './chosen.tsx'
import { ClaimDrafts } from './claim-drafts.tsx'
import './inspector.css'

/** What stands beside the text: the chosen annotation, the claim form or the article's details, over the list of marks. */
export function Inspector({ articleId }: { articleId: string | null }) {
  const { data: marks, error } = useAsk(
    'article.marks',
    { id: articleId ?? '' },
    { enabled: articleId !== null },
  )
  if (articleId === null) {
    return (
      <div className="inspector">
        <EmptyState
          title="No article open"
          text="Marks in the open article appear here, and the form for a claim."
        />
      </div>
    )
  }
  if (error) return <EmptyState title="Not to be shown" text={error.problem.message} />
  if (!marks || marks.article.id !== articleId) return <div className="inspector" aria-busy />
  return <Marks key={articleId} marks={marks} />
}

function Marks({ marks }: { marks: ArticleMarks }) {
  // One by one: what is selected in the text changes with every move of the mouse and concerns only the form.
  const inspector = useReading((reading) => reading.inspector)
  const chosenId = useReading((reading) => reading.chosenId)
  const hasForm = useReading(({ claimWords, claimId }) => claimWords !== null || claimId !== null)
  const { data: tags } = useAsk('tags.list', {})
  const readOnly = useReadOnly()
  const tree = useRef<HTMLDivElement>(null)
  const [beside, setBeside] = useBeside()
  const { open } = useOpenSuggestions(marks)
  const chosen = marks.annotations.find(({ id }) => id === chosenId)
  useActions('Read', [
    {
      id: 'inspector.article',
      title: 'About the article',
      keys: 'I',
      run: () => {
        const { inspector: shown, showArticle, showList } = useReading.getState()
        if (shown === 'article') showList()
        else showArticle()
      },
    },
    {
      id: 'inspector.list',
      title: 'Go to the list of marks',
      keys: 'Mod+Shift+A',
      enabled: marks.annotations.length > 0,
      run: () => {
        if (useReading.getState().inspector === 'article') useReading.getState().showList()
        setBeside('marks')
        showPane('read', 'inspector')
        focusSoon(tree)
      },
    },
    {
      id: 'inspector.suggestions',
      title: 'Go to the suggestions',
      keys: 'Mod+Shift+S',
      keywords: 'assistant draft claims also here',
      run: () => {
        if (useReading.getState().inspector === 'article') useReading.getState().showList()
        setBeside('suggestions')
        showPane('read', 'inspector')
        useSuggesting.setState({ wantsFocus: true })
      },
    },
  ])
  // Where panes lie behind tabs, what was asked for comes to the front.
  useEffect(() => {
    if (inspector !== 'list') showPane('read', 'inspector')
  }, [inspector])
  return (
    <aside className="inspector" aria-label="Inspector">
      <div className="inspector-body">
        <div className="inspector-top">
          {inspector === 'claim' && hasForm ? (
            <FormOf
              marks={marks}
              onLeaveSuggestion={() => {
                setBeside('suggestions')
                useSuggesting.setState({ editing: null, wantsFocus: true })
              }}
            />
          ) : inspector === 'article' ? (
            <ArticleDetails marks={marks} readOnly={readOnly} />
          ) : (
            <>
              <ClaimDrafts articleId={marks.article.id} />
              {chosen && (
                <ChosenAnnotation
                  key={chosen.id}
                  annotation={chosen}
                  marks={marks}
                  tags={tags ?? []}
                  readOnly={readOnly}
                />
              )}
            </>
          )}
        </div>
        {inspector !== 'article' && (
          <>
            <div className="inspector-tabs">
              <Segmented
                label="List"
                items={[
                  { id: 'marks', label: 'Marked' },
                  {
                    id: 'suggestions',
                    label: open.length > 0 ? `Suggestions · ${number(open.length)}` : 'Suggestions',
                  },
                ]}
                value={beside}
                onChange={setBeside}
              />
            </div>
            {beside === 'marks' ? (
              <AnnotationList marks={marks} tags={tags ?? []} readOnly={readOnly} treeRef={tree} />
            ) : (
              <SuggestionsPanel marks={marks} tags={tags ?? []} />
            )}
          </>
        )}
      </div>
    </aside>
  )
}

/** The claim form for the words or the claim that it was opened for. */
function FormOf({ marks, onLeaveSuggestion }: { marks: ArticleMarks; onLeaveSuggestion: () => void }) {
  const { claimWords, claimId, selected, showList, choose } = useReading()
  const { data } = useAsk('claim.get', { id: claimId ?? '' }, { enabled: claimId !== null })
  const isMissing = claimId !== null && data?.claim.id !== claimId
  if (isMissing) return <div aria-busy />
  const leave = () => {
    showList()
    // Whoever edits one suggestion goes on with the next.
    const { editing } = useSuggesting.getState()
    if (claimWords && keyOfWords(claimWords) === editing) return onLeaveSuggestion()
    showPane('read', 'article')
    focusText()
  }
  return (
    <ClaimForm
      key={claimId ?? `${claimWords?.articleId} ${claimWords?.start} ${claimWords?.end}`}
      words={claimWords}
      claim={claimId === null ? null : (data?.claim ?? null)}
      article={marks.article}
      moreWords={selected}
      onDone={(evidenceId) => {
        leave()
        // What was claimed last is what one looks at, not what was chosen before the form.
        if (evidenceId) choose(evidenceId)
      }}
      onCancel={leave}
    />
  )
}
