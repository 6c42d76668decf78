import { FilePlus2, FolderPlus } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { importAccepts, importNames, maxFileBytes } from '../../contract/import-formats.ts'
import { fileSize } from '../format.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { readForImport, readPasted, useImport } from './import-state.ts'
import { byThemselves, inFolder } from './read-files.ts'

/** Files, a folder, or words from the clipboard. */
export function ChooseStep() {
  const pasted = useImport((state) => state.pasted)
  const choose = (files: FileList | null, fromFolder: boolean) => {
    if (files && files.length > 0) void readForImport(fromFolder ? inFolder(files) : byThemselves(files))
  }
  return (
    <div className="import-choose">
      <p className="dim">
        Choose {importNames} files, up to {fileSize(maxFileBytes)} each. UTF-8, UTF-16 and Windows-1252 are
        told apart. You can also drop files and folders anywhere on the window. Nothing is imported before you
        have seen it.
      </p>
      <div className="import-ways">
        <FileTrigger
          allowsMultiple
          onSelect={(files) => choose(files, false)}
          acceptedFileTypes={[...importAccepts]}
        >
          <Button icon={<FilePlus2 />} autoFocus>
            Choose files…
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(files) => choose(files, true)}>
          <Button icon={<FolderPlus />}>Choose a folder…</Button>
        </FileTrigger>
      </div>
      <TextArea
        label="Or paste an article"
        value={pasted}
        onChange={(text) => useImport.setState({ pasted: text })}
        rows={8}
        className="import-paste"
        placeholder="Its title first, then the rest: menus and boxes may stay, they are found and proposed as furniture."
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void readPasted(pasted)
        }}
      />
      <div className="import-ways">
        <Button variant="primary" isDisabled={pasted.trim() === ''} onPress={() => void readPasted(pasted)}>
          Preview the pasted text
        </Button>
      </div>
    </div>
  )
}
