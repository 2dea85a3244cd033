import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { Checkbox } from '../ui/checkbox.js'
import { Combobox } from '../ui/combobox.js'
import { PeopleTable, people } from '../ui/data-table.stories.helper.js'
import { Dialog, DialogBody, DialogClose, DialogFooter } from '../ui/dialog.js'
import { EmptyState } from '../ui/empty-state.js'
import { Facts } from '../ui/explanation.js'
import { Facet } from '../ui/facet.js'
import { Field } from '../ui/field.js'
import { Menu } from '../ui/menu.js'
import { Pagination } from '../ui/pagination.js'
import { SearchInput } from '../ui/search-input.js'
import { Select } from '../ui/select.js'
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.js'
import { TextInput } from '../ui/text-input.js'
import { Textarea } from '../ui/textarea.js'
import { ThemeRoot } from '../ui/theme-root.js'
import { Toolbar } from '../ui/toolbar.js'
import ours from '../styles.css?inline'
import { computed, differences } from './computed-styles.stories.helper.js'

// What hosts really ship, and worse: resets, element styles, styles below an id, inherited ones on
// the body.
const hostile = `
  *, *::before, *::after { margin: 3px; padding: 5px; border: 2px dashed lime; border-radius: 0; box-sizing: content-box; transition: all 3s; }
  *::before { content: 'x'; position: static; }
  body { letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; line-height: 3; color: hotpink; font-size: 30px; font-weight: 900; text-align: center; white-space: pre; cursor: wait; text-indent: 20px; font-style: italic; visibility: visible; list-style: square inside; text-shadow: 1px 1px red; border-collapse: collapse; }
  button { text-transform: uppercase; background: red; box-shadow: 0 0 9px red; min-width: 300px; }
  #host button, #host input, #host table td { background: orange; height: 90px; font-family: fantasy; }
  input, select, textarea { width: 50px; border-radius: 20px; background: yellow; }
  input[type='checkbox'] { width: 60px; appearance: auto; }
  input::placeholder { color: red; letter-spacing: 8px; }
  table { width: auto; border-collapse: collapse; table-layout: auto; display: inline-table; }
  th, td { padding: 30px; text-align: right; vertical-align: top; border: 4px solid red; }
  tr:nth-child(even) { background: pink; }
  h2, h3, p { font-size: 50px; margin: 40px; color: red; }
  a { color: lime; text-decoration: underline wavy; }
  ul, ol { list-style: disc; padding-left: 80px; }
  svg, path { fill: red; stroke: blue; width: 80px; height: 80px; }
  label { display: block; font-weight: 900; }
  dl, dt, dd { float: left; margin-left: 90px; }
  nav { display: none; }
  span { color: teal; display: inline-block; }
  div { max-width: 200px; }
  code { background: black; }
  .card { padding: 7px; }
`

const sheets: HTMLStyleElement[] = []
function addStyle(css: string) {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
  sheets.push(sheet)
  return sheet
}
afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove()
})

const option = { value: 'a', label: 'Alster Clinics' }

function Everything({ open = false }: { open?: boolean }) {
  return (
    <ThemeRoot theme="light" style={{ '--rk-quick': '0s', '--rk-calm': '0s' } as object}>
      <Toolbar>
        <SearchInput label="Search users" value="" onValueChange={() => undefined} />
        <Facet
          label="Status"
          options={[{ value: 'locked', label: 'Locked', count: { value: 3, exact: true } }]}
          chosen={['locked']}
          onChosenChange={() => undefined}
        />
        <Menu
          label="More"
          entries={[
            { id: 'lock', label: 'Lock', icon: 'lock', tone: 'danger', onSelect: () => undefined },
            'separator',
            { id: 'edit', label: 'Edit', disabledReason: 'Not yours.', onSelect: () => undefined },
          ]}
        >
          <Button icon="more">More</Button>
        </Menu>
        <Button variant="primary" busy>
          Add user
        </Button>
      </Toolbar>
      <PeopleTable rows={people(2)} fetching />
      <Pagination from={1} count={6} total={{ count: 6 }} pageSize={50} pageSizes={[50]} />
      <Field label="Username" hint="Unique." error="Enter one." required>
        <TextInput suffix="@alster" placeholder="ada" />
      </Field>
      <Field label="Role">
        <Select options={[option]} />
      </Field>
      <Field label="Reason">
        <Textarea />
      </Field>
      <Field label="Organization">
        <Combobox value={option} onValueChange={() => undefined} options={[option]} />
      </Field>
      <Checkbox label="Sign out" description="Everywhere" defaultChecked />
      <Badge tone="danger" icon="lock">
        Locked
      </Badge>
      <Callout tone="danger" title="Refused" requestId="req_1" onRetry={() => undefined}>
        <a className="rk-link" href="#there">
          A link
        </a>
      </Callout>
      <EmptyState icon="users" title="No users yet">
        None.
      </EmptyState>
      <Facts facts={[{ name: 'By', value: 'Grace' }]} />
      <Tabs defaultValue="a">
        <TabList>
          <Tab value="a">Profile</Tab>
        </TabList>
        <TabPanel value="a">Text</TabPanel>
      </Tabs>
      <Dialog
        open={open}
        onOpenChange={() => undefined}
        title="Lock Ada?"
        description="Ends 3 sessions."
      >
        <DialogBody>
          <Field label="Why">
            <Textarea />
          </Field>
        </DialogBody>
        <DialogFooter>
          <DialogClose />
        </DialogFooter>
      </Dialog>
    </ThemeRoot>
  )
}

const oursInside = () => [...document.querySelectorAll('.rk-root, .rk-root *')]
const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

/**
 * The host's element has a place and a size of its own, so that only our styles are compared and
 * not the room we get.
 */
const host = () => {
  const element = document.createElement('div')
  element.id = 'host'
  addStyle('#host::before { content: none !important }')
  element.setAttribute(
    'style',
    'all: initial; position: fixed; inset: 0 auto auto 0; width: 1200px; font-family: sans-serif',
  )
  document.body.append(element)
  return element
}

async function compared() {
  await settled()
  const before = computed(oursInside())
  const sheet = addStyle(hostile)
  await settled()
  const found = differences(before, computed(oursInside()))
  sheet.remove()
  return { found, count: before.size }
}

test("a host's resets and global styles change nothing in ours", async () => {
  addStyle(ours)
  await render(<Everything />, { container: host() })
  const { found, count } = await compared()
  expect(count).toBeGreaterThan(50_000)
  expect(found.slice(0, 20)).toEqual([])
})

test('it is the guard that keeps them out', async () => {
  addStyle(ours.slice(0, ours.lastIndexOf('[class^=')))
  await render(<Everything />, { container: host() })
  expect((await compared()).found.length).toBeGreaterThan(5_000)
})

test('nor in what floats above the page', async () => {
  addStyle(ours)
  addStyle('body { font-family: sans-serif }')
  const screen = await render(<Everything open />, { container: host() })
  expect((await compared()).found.slice(0, 20)).toEqual([])
  await screen.rerender(<Everything />)
  await userEvent.click(screen.getByRole('button', { name: 'More', exact: true }))
  await settled()
  expect(document.querySelector('.rk-menu')).not.toBeNull()
  expect((await compared()).found.slice(0, 20)).toEqual([])
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'Status Locked' }))
  await settled()
  expect(document.querySelector('.rk-popover')).not.toBeNull()
  expect((await compared()).found.slice(0, 20)).toEqual([])
})

test("ours change nothing in the host's", async () => {
  addStyle(hostile)
  addStyle('*, ::before, ::after { transition: none !important }')
  const theirs = document.createElement('div')
  theirs.innerHTML = `<h2 class="card">Title</h2><p>Text <a href="#x">link</a></p><button>Press</button><input placeholder="x"><select><option>1</option></select><table><tr><th>A</th><td>B</td></tr></table><svg><path d="M0 0"/></svg><ul><li>x</li></ul><label><input type="checkbox"> y</label>`
  document.body.append(theirs)
  const all = () => [
    document.documentElement,
    document.body,
    theirs,
    ...theirs.querySelectorAll('*'),
  ]
  const before = computed(all())
  addStyle(ours)
  expect(differences(before, computed(all()))).toEqual([])
  theirs.remove()
})
