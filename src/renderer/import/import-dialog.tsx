import { count } from '../format.ts'
import { useActions } from '../state/actions.ts'
import { useJobs } from '../state/jobs.ts'
import { closeOverlay, useOpened } from '../state/opened.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { toast } from '../ui/toast.ts'
import { ChooseStep } from './choose-step.tsx'
import { obstacle } from './draft.ts'
import { accepted } from './import-command.ts'
import {
  acceptImport,
  backToReview,
  cancelReading,
  chooseMore,
  discardImport,
  importSummary,
  useImport,
} from './import-state.ts'
import { ReviewStep } from './review-step.tsx'
import './import.css'

/** From files or pasted words to articles, with everything that is proposed in sight. */
export function ImportDialog() {
  const isOpen = useOpened(({ overlay }) => overlay === 'import')
  const step = useImport((state) => state.step)
  const files = useImport((state) => state.files)
  const close = () => {
    closeOverlay('import')
    if (step === 'reading') cancelReading()
    if (step === 'review') {
      toast({
        kind: 'info',
        text: 'The import waits as it is; nothing is imported yet. “Import articles” opens it again.',
      })
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      isDismissable={false}
      size={step === 'review' ? 'large' : 'medium'}
      title="Import articles"
      subtitle={step === 'review' ? importSummary(files) : undefined}
      footer={
        step === 'choose' ? (
          <ChooseFooter hasFiles={files.length > 0} />
        ) : step === 'reading' ? (
          <Button autoFocus onPress={cancelReading}>
            Cancel
          </Button>
        ) : (
          <ReviewFooter />
        )
      }
    >
      {step === 'choose' ? <ChooseStep /> : step === 'reading' ? <Reading /> : <ReviewStep />}
    </Dialog>
  )
}

function ChooseFooter({ hasFiles }: { hasFiles: boolean }) {
  return hasFiles ? (
    <Button onPress={backToReview}>Back to the preview</Button>
  ) : (
    <Button variant="plain" onPress={discardImport}>
      Cancel
    </Button>
  )
}

function Reading() {
  const reading = useImport((state) => state.reading)
  const job = useJobs(({ jobs }) => jobs.find(({ job }) => job === reading?.job))
  if (!reading) return null
  const isRead = reading.done >= reading.total
  return (
    <div className="import-reading" role="status">
      {isRead ? (
        <ProgressBar
          label={job?.title ?? 'Looking for titles, dates and furniture'}
          value={job?.done ?? 0}
          max={job?.total ?? 0}
        />
      ) : (
        <ProgressBar
          label={`Reading ${count(reading.total, 'file')}`}
          value={reading.done}
          max={reading.total}
        />
      )}
    </div>
  )
}

function ReviewFooter() {
  const files = useImport((state) => state.files)
  const importing = useImport((state) => state.importing)
  const articles = accepted(files)
  const wrong = articles.find(({ article }) => obstacle(article) !== null)
  const canImport = articles.length > 0 && !wrong && !importing
  const accept = () => void acceptImport()
  useActions(
    'Import',
    [{ id: 'accept-import', title: 'Import as shown', keys: 'Mod+Enter', enabled: canImport, run: accept }],
    { inDialog: true },
  )
  return (
    <>
      <Button variant="plain" className="import-more" onPress={chooseMore} isDisabled={importing}>
        Add more…
      </Button>
      {wrong && (
        <span className="import-wrong" role="status">
          “{wrong.article.title || wrong.file.name}”: {obstacle(wrong.article)}
        </span>
      )}
      <Button variant="plain" onPress={discardImport} isDisabled={importing}>
        Cancel
      </Button>
      <Button variant="primary" autoFocus onPress={accept} isDisabled={!canImport}>
        {importing ? 'Importing…' : `Import ${count(articles.length, 'article')}`} <Kbd keys="Mod+Enter" />
      </Button>
    </>
  )
}
