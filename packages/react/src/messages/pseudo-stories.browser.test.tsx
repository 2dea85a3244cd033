import { composeStory, type Meta, type StoryObj } from '@storybook/react-vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import preview from '../../../../.storybook/preview.js'
import { cutOff, forget, keep, wordsOutside } from '../../../../.storybook/pseudo-judgement.js'
import { pseudo } from '../../../../.storybook/pseudo-language.js'
import { loadPart } from './part-of.js'

type StoryFile = { readonly default: Meta } & Readonly<Record<string, StoryObj | Meta>>

const files = import.meta.glob<StoryFile>('../**/*.stories.tsx', { eager: true })

/**
 * Stories that write words of their own or none, so that only what is cut off is judged in them; by
 * the beginning of their title, with the reason.
 */
const ownWords: Readonly<Record<string, string>> = {
  'UI/': 'the parts take their labels, options and rows from whoever uses them',
  'Playground/': 'a table of the parts, with made-up people',
  'Theme/': 'names the custom properties, which are no words',
  'Screens/User page/Personas: NothingWithoutTypes': 'a host without personas sees nothing at all',
}

const stories = Object.values(files).flatMap(({ default: meta, ...exported }) =>
  Object.entries(exported).map(([name, story]) => {
    // As it stands before anybody does anything: what is done in a story looks for English words.
    const { play: _, ...shown } = story as StoryObj
    const { play: __, ...about } = meta
    return {
      title: `${meta.title}: ${name}`,
      run: composeStory(
        { ...shown, globals: { ...shown.globals, language: 'pseudo' } },
        about,
        preview,
        name,
      ).run,
    }
  }),
)

const realFetch = globalThis.fetch
let underWay = 0

beforeAll(async () => {
  await page.viewport(1280, 800)
  await Promise.all([loadPart(pseudo.userPage), loadPart(pseudo.redeem)])
  globalThis.fetch = async (...args) => {
    underWay++
    try {
      const answer = await realFetch(...args)
      // A refusal has its words in the messages; the rest of what a server says is data.
      if (answer.ok && answer.headers.get('content-type')?.includes('json'))
        keep(await answer.clone().json())
      return answer
    } finally {
      underWay--
    }
  }
})
afterAll(() => {
  globalThis.fetch = realFetch
})

/**
 * Until nothing is on its way and nothing changes any more; some stories wait for an answer that
 * never comes.
 */
async function settled() {
  let former = ''
  for (let round = 0, still = 0; round < 60 && still < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    const now = document.body.innerHTML
    still = underWay === 0 && now === former ? still + 1 : 0
    former = now
  }
}

const sayOnlyOurs = stories.filter(
  ({ title }) => !Object.keys(ownWords).some((beginning) => title.startsWith(beginning)),
)
const sayTheirOwn = stories.filter((story) => !sayOnlyOurs.includes(story))

async function show({ run }: (typeof stories)[number]) {
  forget()
  await run()
  await settled()
}

describe('every story, in a language that nobody speaks', () => {
  it.each(sayOnlyOurs)('$title', async (story) => {
    await show(story)
    await expect.poll(() => document.body.textContent).toContain('⟦')
    await expect.poll(wordsOutside).toEqual([])
    await expect.poll(cutOff).toEqual([])
  })

  it.each(sayTheirOwn)('$title, in which words of its own stand', async (story) => {
    await show(story)
    await expect.poll(cutOff).toEqual([])
  })
})
