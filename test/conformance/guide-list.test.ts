/** The list of the guide's examples is true: the tests that it names exist. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from '../tidy/tree'

test('every example of the guide names a test that exists', () => {
  const sources = new Map(
    filesBelow(['test/conformance'], ['.test.ts']).map((file) => [
      path.basename(file.path, '.test.ts'),
      file.text,
    ]),
  )
  const list = readFileSync(path.join(__dirname, 'guide.md'), 'utf8')
  const lines = list.split('\n').filter((line) => /^\| (Guide|Reference): /.test(line))
  const missing = lines.filter((line) => {
    const [, , file = '', title = ''] = line.slice(2, -2).split(' | ')
    return !sources.get(file)?.includes(title)
  })
  expect(missing).toEqual([])
  expect(list).toContain(`${lines.length} lines.`)
})
