import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anyUnicodeText } from './suggest.fixture.ts'
import { suggestByParagraph, suggestClaims } from './suggest.ts'
import type { Knowledge } from './suggestion.ts'

const nothing = { publisher: '', title: '', furniture: [], sources: [] }
/** A Wednesday. */
const known: Knowledge = { ...nothing, publishedDate: '2024-11-13' }
const opening = 'It was cold in the town and the river was high, as it had been for some days.\n'

function suggest(words: string, more: Partial<Knowledge> = {}) {
  return suggestClaims(opening + words, { ...known, ...more })
}

describe('figures', () => {
  it.each([
    ['Some 3,000 tents were put up at the airfield.', 'about 3000..3000 tents'],
    ['More than half a million people were without power.', 'more than 500000.. people'],
    ['A dozen fishing boats left the harbour at dawn.', 'exactly 12..12 boats'],
    ['Losses run to as many as 1,500 men a day, an official said.', 'up to ..1500 men a day'],
    ['The bank lent the city €3.2bn.', 'exactly 3200000000..3200000000 euros'],
    ['The dam holds 2.4 million cubic metres of water.', 'exactly 2400000..2400000 cubic metres'],
    ['Between 30 and 35 thousand recruits are trained each year.', 'exactly 30000..35000 recruits'],
    ['Fewer than a hundred bodies have been identified.', 'up to ..100 bodies'],
    ['It was minus 14 degrees in the capital.', 'exactly -14..-14 degrees'],
    ['Only three of 28 members voted against.', 'exactly 3..3 members'],
    ['Two of the four engines failed.', 'exactly 2..2 engines'],
    ['The death toll has risen to 112.', 'exactly 112..112 deaths'],
    ['The rebels, who number some 2,000, hold the pass.', 'about 2000..2000 rebels'],
    ['A 50,000-strong force stands at the border.', 'exactly 50000..50000 force'],
    ['The border has no fewer than 37 gates.', 'at least 37.. gates'],
    ['The new gun has a range of about 900 kilometres (560 miles).', 'about 900..900 kilometres'],
    ['She estimated the number of infections at 1,500.', 'about 1500..1500 infections'],
    ['More than 10,000 North Koreans were in the country.', 'more than 10000.. north koreans'],
    ['One person was killed by a falling wall.', 'exactly 1..1 person'],
    ['The toll stands at 12.', 'exactly 12..12 deaths'],
    ['She put the number of burned houses at 40.', 'exactly 40..40 houses'],
    ['A duty of 80 euros per cubic metre will be levied.', 'exactly 80..80 euros per cubic metre'],
    ['She won by a majority of 31 votes.', 'exactly 31..31 votes'],
    ['A quarter of a million people have signed.', 'exactly 250000..250000 people'],
    ['Some 20-30 houses were set on fire.', 'about 20..30 houses'],
    ['They want $1bn-$1.5bn for it.', 'exactly 1000000000..1500000000 US dollars'],
    ['The project is worth EUR 2 billion.', 'exactly 2000000000..2000000000 euros'],
    ['Norway will give 200 million kroner ($18 million).', 'exactly 200000000..200000000 kroner'],
    ['The train was going at 112 km/h.', 'exactly 112..112 km/h'],
    ['It has an estimated population of 2,300.', 'about 2300..2300 people'],
    ['A crew of 22 was saved.', 'exactly 22..22 crew'],
    ['The brigade is 3,000 strong.', 'exactly 3000..3000 brigade'],
    ['About 30,000 marched through the capital.', 'about 30000..30000 people'],
    ['Every day 400 wagons cross the border.', 'exactly 400..400 wagons'],
    ['The depots number 640.', 'exactly 640..640 depots'],
    ['A group of 12 armed men entered.', 'exactly 12..12 men'],
    ['Ships broke down in 14 of 220 ports.', 'exactly 14..14 ports'],
    ['Of 60 tents only 14 were sent.', 'exactly 14..14 tents'],
    ['The guns shot down five out of eight rockets.', 'exactly 5..5 rockets'],
    ['Only 14 out of 60 tents were sent.', 'exactly 14..14 tents'],
    ['The capture of five villages marks a turn.', 'exactly 5..5 villages'],
    ['Two 155-mm shells hit the school.', 'exactly 2..2 shells'],
    ['Rates rose by 0.25 percentage points.', 'exactly 0.25..0.25 percentage points'],
    ['At most 12 people fit in the hut.', 'up to ..12 people'],
    ['She found the lamp under twenty sacks of lime.', 'exactly 20..20 sacks'],
    ['In October 40 ships came.', 'exactly 40..40 ships'],
    ['The mission recorded zero violations in the week.', 'exactly 0..0 violations'],
  ])('reads %s', (words, expected) => {
    const found = suggest(words).flatMap(({ quantity }) => quantity ?? [])
    expect(found.map(tell)).toEqual([expected])
  })

  it.each([
    ['Unemployment fell from 6.1 to 5.8 percent.', ['exactly 6.1..6.1 percent', 'exactly 5.8..5.8 percent']],
    ['The army lost 40 tanks and 12 guns.', ['exactly 40..40 tanks', 'exactly 12..12 guns']],
    ['He had asked for 120 buses; 40 came.', ['exactly 120..120 buses', 'exactly 40..40 buses']],
    [
      'At least 25 soldiers were killed and 60 wounded.',
      ['at least 25.. soldiers', 'exactly 60..60 soldiers'],
    ],
    ['The fire killed 12 and wounded 30.', ['exactly 12..12 killed', 'exactly 30..30 wounded']],
    [
      'The army fired 70 missiles; 55 of them were shot down.',
      ['exactly 70..70 missiles', 'exactly 55..55 missiles'],
    ],
    ['Cases rose by 120 to 1,340.', ['exactly 120..120 cases', 'exactly 1340..1340 cases']],
    ['The strike killed four people and wounded 17.', ['exactly 4..4 people', 'exactly 17..17 people']],
    ['Sixty-three tanks were destroyed and 12 captured.', ['exactly 63..63 tanks', 'exactly 12..12 tanks']],
    [
      'The party got 43.5 percent of the vote, the opposition 38.2.',
      ['exactly 43.5..43.5 percent', 'exactly 38.2..38.2 percent'],
    ],
    [
      'Norway gives $50 million, Oru $20 million.',
      ['exactly 50000000..50000000 US dollars', 'exactly 20000000..20000000 US dollars'],
    ],
    [
      'The tax of 25 euros a tonne will be raised to 40.',
      ['exactly 25..25 euros a tonne', 'exactly 40..40 euros a tonne'],
    ],
    ['One capital counts 310 dead, the other 4,000.', ['exactly 310..310 dead', 'exactly 4000..4000 dead']],
    [
      'The enemy sent 22 drones. Air defences destroyed 18.',
      ['exactly 22..22 drones', 'exactly 18..18 drones'],
    ],
    ['Missing: 11\nHouses damaged: 140\nA wall fell.', ['exactly 11..11 missing', 'exactly 140..140 houses']],
    [
      'With 80 percent of the votes counted, she leads by 12,000.',
      ['exactly 80..80 percent', 'exactly 12000..12000 votes'],
    ],
    [
      'The budget grew 12 percent to 40 billion crowns.',
      ['exactly 12..12 percent', 'exactly 40000000000..40000000000 crowns'],
    ],
  ])('gives each figure of %s its own claim', (words, expected) => {
    expect(suggest(words).flatMap(({ quantity }) => (quantity ? [tell(quantity)] : []))).toEqual(expected)
  })

  it.each([
    'The minister resigned after seven weeks in office.',
    'The 45-year-old driver was unhurt, and so was Jana Orlik, 58, beside him.',
    'He was sentenced to 12 years in prison.',
    'The two countries signed Article 5 of the pact.',
    'The Leopard 2 tanks arrived in the camp of the 72nd Brigade at 16:40.',
    'He scored two goals in the 3-1 win.',
    'The train leaves at six, and on Sundays at half past seven.',
    'Nearly 6 in 10 voters want a new election.',
    'Dozens of houses burned, and several thousand people fled.',
    'A two-storey house stands on the four-lane road.',
    'All three were seen, and one of them was hurt.',
    'If 500 more came, the camp would overflow.',
    'How can 40 people live in that house?',
    'In 2019 and 2021 the river rose twice.',
    'A couple of hundred people stood at the gate.',
    'A 155-mm shell hit the school.',
    'The three brothers left, the youngest of them 19.',
    'All but four have been found.',
    'One train in three is late.',
    'Should 40 more come, the camp is full.',
    'She was perhaps sixty.',
    'Two of the steps would come later.',
    'The road is closed between kilometres 30 and 44.',
    'Four people familiar with the matter said the bridge was closed.',
    'It surpassed the €85 billion ($91 billion) of the year before.',
  ])('counts nothing in %s', (words) => {
    expect(suggest(words).flatMap(({ quantity }) => quantity ?? [])).toEqual([])
  })

  function tell({
    qualifier,
    low,
    high,
    unit,
  }: {
    qualifier: string
    low: number | null
    high: number | null
    unit: string
  }) {
    return `${qualifier} ${low ?? ''}..${high ?? ''} ${unit}`
  }
})

describe('places', () => {
  it.each([
    ['Some 300 soldiers stand in the Velden region, the army said.', 'Velden region'],
    ['Two ships sank near the port of Velden on Friday.', 'port of Velden'],
    ['Nine people died in the strike on Velden, doctors say.', 'Velden'],
    ['The ministry said 40 tanks were seen in western Sarnia.', 'western Sarnia'],
    ['Two men were hurt when rebels in the Kardan hills opened fire.', 'Kardan hills'],
  ])('names that of “%s”', (words, place) => {
    expect(suggest(words)[0]?.claim.place).toBe(place)
  })

  it.each([
    'The ministry in Velden said that 40 tanks were lost.',
    'The minister, in a meeting with Velden’s president, said that 40 tanks were lost.',
    'The army lost 40 tanks in its invasion of Velden, officials said.',
    'Officials found no proof of help in Sarnia’s latest missile test, they said, and counted 40 launches.',
    'He told CNN that 40 tanks were lost, according to Reuters.',
    'Some 40 tanks came from Sarnia, the army said.',
  ])('finds none in “%s”', (words) => {
    const suggested = suggest(words)
    expect(suggested.length).toBeGreaterThan(0)
    expect(suggested.map(({ claim }) => claim.place).filter(Boolean)).toEqual([])
  })
})

describe('speakers', () => {
  it.each([
    ['The army lost 40 tanks, the defence ministry said.', 'defence ministry', ''],
    ['According to the water board, 40 houses were flooded.', 'water board', ''],
    ['“We lost 60 cows,” said Joost Hagen, a farmer.', 'Joost Hagen', ''],
    ['The spokeswoman, Ilse Markov, said 31 people were in hospital.', 'Ilse Markov', ''],
    ['An official who has seen the papers said 40 men had gone.', 'official', ''],
    ['Governor Pavel Lindt announced that 12 bridges were closed.', 'Pavel Lindt', ''],
    ['Secretary of State Jana Orlik said 40 men had gone.', 'Jana Orlik', ''],
    ['Witnesses told the agency Relief Wire that two people were killed.', 'Witnesses', 'Relief Wire'],
    [
      'Harbour Press reported, citing the fire brigade, that 14 boats had burned.',
      'fire brigade',
      'Harbour Press',
    ],
    ['By the count of the harbour office, 64 ships are waiting.', 'harbour office', ''],
    ['The report was confirmed by the railway, which counted 12 trains.', 'railway', ''],
    [
      '“We have 40 beds,” a vice director was quoted as saying by the state news agency.',
      'vice director',
      'state news agency',
    ],
    ['Port records show that 28 ships changed their flag.', 'Port records', ''],
    ['An officer aware of the plan said 40 men had gone.', 'officer', ''],
    ['Forty men had gone, said two officials who asked not to be named.', 'two officials', ''],
    ['The Post, quoting a police officer, said 40 men had gone.', 'police officer', 'Post'],
    [
      'Intelligence from Norway, Sweden, and Denmark estimates that 40 men have gone.',
      'Intelligence from Norway, Sweden, and Denmark',
      '',
    ],
    ['The army and the police said 40 men had gone.', 'army and the police', ''],
    ['Minister Jana Orlik and Governor Tomas Reck said 40 men had gone.', 'Jana Orlik and Tomas Reck', ''],
    ['Tomas Reck, a driver from Velden, who lost his truck, said 40 men had gone.', 'Tomas Reck', ''],
    ['The army moved in, saying it had lost 40 men.', 'army', ''],
    ['The town fell, with the rebels claiming to have taken 40 guns.', 'rebels', ''],
    ['Orlik looked back on the winter: “We have lost 40 cows.”', 'Orlik', ''],
    ['Forty men had gone, as the agency Tolk Press reported.', 'Tolk Press', ''],
    ['The minister on Monday said that 40 men had gone.', 'minister', ''],
    ['The money, reported by the Post, will buy 40 buses, according to the mayor.', 'mayor', 'Post'],
    ['Reports from Velden. Reports say 40 men have gone.', 'Reports', ''],
    ['Some 40 men are believed to have crossed the river.', undefined, ''],
    ['Some 40 men crossed the river.', undefined, ''],
  ])('of %s', (words, speaker, via) => {
    const [first] = suggest(words)
    expect(first?.speaker?.name).toBe(speaker)
    expect(first?.via.map(({ name }) => name.replace(/^agency /, '')).join()).toBe(via)
  })

  it('resolves pronouns, surnames and short mentions to the fullest name', () => {
    const names = suggest(
      'Karla Wendt, who leads the staff, said 40 houses were empty. She said 12 people were missing.\n' +
        'The health ministry of Oru said 5 doctors had come. The ministry added that 3 nurses had left.\n' +
        'Wendt counted 7 boats.',
    ).map(({ speaker }) => speaker?.name)
    expect(names).toEqual([
      'Karla Wendt',
      'Karla Wendt',
      'health ministry of Oru',
      'health ministry of Oru',
      'Karla Wendt',
    ])
  })

  it('takes “he” for whoever spoke last, not for whom that one named', () => {
    const names = suggest(
      'Tomas Reck said 40 houses would stand empty if Pavel Lindt left. He added that 12 were for sale.',
    ).map(({ speaker }) => speaker?.name)
    expect(names).toEqual(['Tomas Reck', 'Tomas Reck'])
  })

  it('proposes what another speaker says beside a figure', () => {
    const found = suggest(
      'The ministry reported 40 fires, while the governor confirmed that nobody was hurt.',
    )
    expect(found.map(({ speaker }) => speaker?.name)).toEqual(['ministry', 'governor'])
  })

  it.each([
    'The mayor described the flood as a heavy blow.',
    'The general warned that a united answer is essential.',
    'The minister reportedly avoided commenting on the raid.',
    'The premier is set to visit the camp, according to his office.',
    'Washington, Oru, and Velden assess the plan.',
  ])('proposes no judgement, plan or refusal: %s', (words) => {
    expect(suggest(words)).toEqual([])
  })

  it('finds known sources by name and alias', () => {
    const sources = [
      { id: 's1', name: 'US Department of Defense', aliases: ['the Pentagon'], retired: false },
    ]
    const [claim] = suggest('The Pentagon said that 40 men had gone.', { sources })
    expect(claim).toMatchObject({ speaker: { name: 'Pentagon', sourceId: 's1' }, claim: { sourceId: 's1' } })
    const retired = suggest('The Pentagon said that 40 men had gone.', {
      sources: [{ ...sources[0]!, retired: true }],
    })
    expect(retired[0]?.claim.sourceId).toBeNull()
  })

  it('takes “we” in a press statement for the publisher, in an article for nobody', () => {
    const words = 'We sent 640 engineers to the port.'
    const statement = { publisher: 'Ministry of Ports', title: 'Statement of the Ministry of Ports' }
    expect(suggest(words, statement)[0]?.speaker?.name).toBe('Ministry of Ports')
    expect(suggest(words)[0]?.speaker).toBeNull()
  })
})

describe('stance', () => {
  it.each([
    ['North Sarland has flatly denied sending soldiers abroad.', 'denies'],
    ['The ministry rejected reports that 40 men had been killed.', 'denies'],
    ['Moscow has called the figures invented.', 'denies'],
    ['“That is not true,” the mayor said.', 'denies'],
    ['The army could not confirm that its men had been hit.', 'cannot confirm'],
    ['Kyiv said it had no information that such missiles had been used.', 'cannot confirm'],
    ['The reports could not be independently verified.', 'cannot confirm'],
    ['The ministry has neither confirmed nor denied the trade.', 'cannot confirm'],
    ['Officials alleged that 40 trucks had crossed the border.', 'asserts'],
    ['The ministry did not deny that 40 trucks had crossed.', 'asserts'],
    ['The spokeswoman said she could not confirm the report.', 'cannot confirm'],
    ['The spokesman noted that these reports remain unverified.', 'cannot confirm'],
    ['The ministry said the army had denied the report.', 'denies'],
  ])('of %s', (words, stance) => {
    expect(suggest(words).map((claim) => claim.stance)).toEqual([stance])
  })

  it('tells a denial from the assertion beside it', () => {
    const claims = suggest('The army says it lost 40 men; the rebels deny that there was a fight.')
    expect(claims.map(({ stance, speaker }) => [speaker?.name, stance])).toEqual([
      ['army', 'asserts'],
      ['rebels', 'denies'],
    ])
  })
})

describe('dates of claims', () => {
  it('tells the day of the event from the day of the statement', () => {
    const [claim] = suggest('On Tuesday the ministry said that 40 men had crossed the river on Sunday.')
    expect(claim?.claim).toMatchObject({
      eventFrom: '2024-11-10',
      eventTo: '2024-11-10',
      statementFrom: '2024-11-12',
      statementTo: '2024-11-12',
    })
    expect(claim?.eventDate).toMatchObject({ quote: 'on Sunday', relative: true })
    expect(claim?.reason).toContain('counted from the article’s date: 2024-11-10')
  })

  it.each([
    ['Some 40 men crossed on October 30.', '2024-10-30', '2024-10-30'],
    ['Some 40 men crossed from October 28 to November 2.', '2024-10-28', '2024-11-02'],
    ['Some 40 men have crossed since October 28.', '2024-10-28', '2024-11-13'],
    ['Some 40 men crossed on Sept. 14, as in Decree 12 foreseen.', '2024-09-14', '2024-09-14'],
    ['On 3 November, 512 men crossed.', '2024-11-03', '2024-11-03'],
    ['Between 1 and 7 March, 40 men crossed.', '2024-03-01', '2024-03-07'],
    ['In the week to 3 November, 512 men crossed.', '2024-10-28', '2024-11-03'],
    ['In October 40 men crossed.', '2024-10-01', '2024-10-31'],
    ['Some 40 men crossed on Monday and Tuesday.', '2024-11-11', '2024-11-12'],
    ['So far this month 40 men have crossed.', '2024-11-01', '2024-11-13'],
    ['The talks begin on Sunday in 40 towns.', '2024-11-17', '2024-11-17'],
  ])('of the event in %s', (words, from, to) => {
    expect(suggest(words)[0]?.claim).toMatchObject({ eventFrom: from, eventTo: to })
  })

  it.each([
    'In a statement on Sunday, the army said it had lost 40 men.',
    'The ministry said on Sunday that the army had denied the report.',
    'The army moved out, the ministry said on Sunday, adding that it had lost 40 men.',
  ])('of the statement in %s', (words) => {
    expect(suggest(words)[0]?.claim).toMatchObject({ eventFrom: null, statementFrom: '2024-11-10' })
  })

  it('gives each figure the date of its own clause', () => {
    const days = (words: string) => suggest(words).map(({ claim }) => claim.eventFrom)
    expect(days('The army lost 40 men on Sunday and 12 guns on Monday.')).toEqual([
      '2024-11-10',
      '2024-11-11',
    ])
    expect(days('The strike killed 12 and wounded 30 on Sunday.')).toEqual(['2024-11-10', '2024-11-10'])
    expect(days('Nine people died and 12 were wounded on Sunday.')).toEqual(['2024-11-10', '2024-11-10'])
    expect(days('The army lost 40 men, and the rebels lost 12 on Sunday.')).toEqual([null, '2024-11-10'])
    expect(days('Twelve soldiers, three boys and five guards died on Sunday.')).toEqual(
      Array(3).fill('2024-11-10'),
    )
    expect(days('The bridge fell on March 4 and 12 people died.')).toEqual(['2024-03-04'])
    expect(days('The army lost 40 men; the rebels lost 12 on Sunday.')).toEqual([null, '2024-11-10'])
    expect(days('On Sunday the army lost 40 men; the rebels lost 12.')).toEqual(['2024-11-10', '2024-11-10'])
    expect(days('On Sunday the army lost 40 men; the rebels lost 12 on Monday.')).toEqual([
      '2024-11-10',
      '2024-11-11',
    ])
    expect(days('The army lost 40 men on Sunday; the rebels lost 12.')).toEqual(['2024-11-10', null])
    expect(days('It shot down 48 drones, part of a raid involving 79 drones launched overnight.')).toEqual([
      null,
      '2024-11-12',
    ])
  })

  it('leaves relative dates out where the article has no date', () => {
    const [claim] = suggest('Some 40 men crossed the river on Sunday.', { publishedDate: null })
    expect(claim?.eventDate).toBeNull()
  })
})

describe('a text as a whole', () => {
  const text = `Storm over the coast\nBy the desk, 13 November 2024\n${opening}The mayor said 40 houses had been lost. He could not confirm that anybody was missing.\nPhoto: 12 men on a roof.\nRead also: 10 storms that made history\n`

  it('proposes nothing in headline, byline, captions and links', () => {
    const quotes = suggestClaims(text, { ...known, title: 'Storm over the coast' }).map(({ quote }) => quote)
    expect(quotes).toEqual([
      'The mayor said 40 houses had been lost.',
      'He could not confirm that anybody was missing.',
    ])
  })

  it('proposes nothing inside furniture', () => {
    const start = text.indexOf('The mayor')
    expect(suggestClaims(text, { ...known, furniture: [{ start, end: text.indexOf('\nPhoto') }] })).toEqual(
      [],
    )
  })

  it('stands on its words, in order, with keys of their own', () => {
    const found = suggestClaims(text, known)
    for (const claim of found) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
      for (const part of [claim.quantity, claim.speaker, claim.eventDate, claim.statementDate, claim.place]) {
        if (part) expect(text.slice(part.start, part.end)).toBe(part.quote)
      }
    }
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
  })

  it('gives the same keys whatever is known of sources', () => {
    const sources = [{ id: 's1', name: 'mayor', aliases: [], retired: false }]
    const keys = (more: Partial<Knowledge>) =>
      suggestClaims(text, { ...known, ...more }).map(({ key }) => key)
    expect(keys({ sources })).toEqual(keys({}))
  })

  it('answers alike after other texts, in every time zone', () => {
    const before = suggestClaims(text, known)
    for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'UTC']) {
      vi.stubEnv('TZ', TZ)
      suggestClaims(`${opening}Nobody wombled the quazzle, said Zyx Qwert.`, known)
      expect(suggestClaims(text, known)).toEqual(before)
    }
  })

  it('comes paragraph by paragraph with the same suggestions', () => {
    const steps = [...suggestByParagraph(text, known)]
    expect(steps.flatMap(({ suggestions }) => suggestions)).toEqual(suggestClaims(text, known))
    expect(steps.map(({ end }) => end)).toEqual([...steps.map(({ end }) => end)].sort((a, b) => a - b))
  })

  it('holds its offsets in any text', () => {
    fc.assert(
      fc.property(anyUnicodeText, (noise) => {
        const mixed = `${opening}${noise}\nThe mayor said ${noise} 40 houses ${noise} had been lost on Sunday.\n${opening}`
        for (const claim of suggestClaims(mixed, known)) {
          expect(mixed.slice(claim.start, claim.end)).toBe(claim.quote)
          if (claim.quantity)
            expect(mixed.slice(claim.quantity.start, claim.quantity.end)).toBe(claim.quantity.quote)
        }
      }),
      { numRuns: 60 },
    )
  })
})
