/** What nobody has checked against production is said twice: in the title of its test and in the README. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from '../tidy/tree'

test('the README lists the unverified tests, and no others', () => {
  const titles = filesBelow(['test/conformance'], ['.test.ts']).flatMap(({ text }) =>
    [...text.matchAll(/'unverified[:] ([^']+)'/g)].map(([, title]) => title),
  )
  const readme = readFileSync(path.join(__dirname, '../../local/cloud/README.md'), 'utf8')
  const listed = [...readme.matchAll(/^- unverified: (.+)$/gm)].map(([, title]) => title)
  expect(titles.length).toBeGreaterThan(0)
  expect(listed.sort()).toEqual(titles.sort())
})
