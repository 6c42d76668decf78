import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { Profile, ProgramInfo } from '../../contract/program.ts'
import { type TagColour, tagColours } from '../../domain/tag/style.ts'
import { ask, ProblemError, queryClient, useAsk } from '../data/ask.ts'
import { profileAnswered, useProfileQuestion } from '../data/profile.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { tagColour } from '../ui/tag-style.ts'
import './profile-dialog.css'

/** Asks once who is working. It can be put off for looking around; the first change asks again. */
export function ProfileDialog() {
  const { open, before } = useProfileQuestion()
  const profile = useAsk('app.info', {}).data?.profile ?? null
  return (
    <Dialog
      isOpen={open}
      onClose={() => profileAnswered(false)}
      size="small"
      title={profile ? 'Your name and colour' : 'Who is working here?'}
      subtitle={
        profile
          ? 'From now on; earlier events keep the author they have and show the new name.'
          : before
            ? 'Every change carries its author, so that a figure can be defended later. This is asked once, and stays on this machine and in your workspaces.'
            : 'Every change carries its author. You can look around first: this is asked again before your first change.'
      }
    >
      {open && <ProfileForm profile={profile} />}
    </Dialog>
  )
}

function ProfileForm({ profile }: { profile: Profile | null }) {
  const [name, setName] = useState(profile?.name ?? '')
  const [ownInitials, setOwnInitials] = useState(profile?.initials ?? null)
  const [colour, setColour] = useState<TagColour>(profile?.colour ?? 'blue')
  const [problem, setProblem] = useState('')
  const initials = ownInitials ?? proposedInitials(name)
  const ready = name.trim() !== '' && initials.trim() !== ''
  const save = async () => {
    try {
      const saved = await ask('profile.set', { name: name.trim(), initials: initials.trim(), colour })
      queryClient.setQueryData<ProgramInfo>(['app.info', {}], (info) => info && { ...info, profile: saved })
      profileAnswered(true)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      setProblem(error.problem.message)
    }
  }
  return (
    <form
      className="profile-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void save()
      }}
    >
      <div className="profile-names">
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          maxLength={200}
          placeholder="Your name"
        />
        <TextField label="Initials" value={initials} onChange={setOwnInitials} maxLength={4} />
      </div>
      <RadioGroup
        className="profile-colours"
        aria-label="Colour"
        orientation="horizontal"
        value={colour}
        onChange={(value) => setColour(value as TagColour)}
      >
        {tagColours.map((option) => (
          <Radio
            key={option}
            value={option}
            className="profile-colour"
            aria-label={option}
            style={{ color: tagColour(option) }}
          >
            <span className="profile-badge" style={{ background: tagColour(option) }}>
              {option === colour ? initials || '?' : ''}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {problem && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
      <div className="profile-buttons">
        <Button variant="plain" onPress={() => profileAnswered(false)}>
          {profile ? 'Cancel' : 'Look around first'}
        </Button>
        <Button variant="primary" type="submit" isDisabled={!ready}>
          {profile ? 'Save' : 'Start working'}
        </Button>
      </div>
    </form>
  )
}

/** The first letters of the first and the last name: “Ada King Lovelace” gives “AL”. */
function proposedInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  const letters = ends.map((word) => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '').join('')
  return letters.toLocaleUpperCase().slice(0, 4)
}
