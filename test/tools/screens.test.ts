/** The list of screens is the list of scenes: nothing is photographed that is not said, nothing is said that is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SCENES } from '../../tools/screens/scenes'

const FOLDER = join(__dirname, '../../docs/screens')

const listed = [...readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/(▦ )?`([a-z0-9-]+)`/g)]
  .map(([, mark, name]) => ({ name: name ?? '', hasSheet: mark !== undefined }))
  .filter(({ name }) => !/^\d\d-/.test(name))
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)

test('the list of screens names every scene once, and says which have a sheet', () => {
  const scenes = SCENES.map(({ name, hasSheet }) => ({ name, hasSheet: hasSheet === true }))
  expect([...listed].sort(byName)).toEqual([...scenes].sort(byName))
})

test.each(SCENES.map(({ name }) => name))('%s is there as a picture', (name) => {
  expect(existsSync(join(FOLDER, `${name}.webp`))).toBe(true)
})
