/** What WeChat refuses in a built package is found in its files, with the place where it stands. */
import { guardPackage } from '../../../../local/phone'
import { compilersLeftOut } from '../../../../local/phone/guards/wechat-compiler'
import { FIXTURE } from '../fixture-phones'
import { givenPackage } from './given-package'

const refused = (files: Readonly<Record<string, string>>): string[] =>
  guardPackage(givenPackage(files)).map(({ where, why }) => `${where} ${why}`)

test('nothing is refused in packages that are as they should be', () => {
  expect(refused({})).toEqual([])
  expect(guardPackage(FIXTURE)).toEqual([])
})

describe('style sheets', () => {
  const ours = (lines: string[]): string[] => lines.filter((line) => !line.includes('wcsc'))

  test('a file of the package behind a background or a font', () => {
    const css =
      '.a { color: red }\n.b { background: no-repeat url("../paper.png") }\n@font-face { font-family: x; src: url(./x.ttf) }'
    expect(refused({ 'app.wxss': css })).toEqual([
      'app.wxss:2 background names a file: ../paper.png',
      'app.wxss:3 src names a file: ./x.ttf',
    ])
    expect(
      refused({ 'app.wxss': '.a { background: url(data:image/png;base64,AAAA), url(https://a.b/c.png) }' }),
    ).toEqual([])
  })

  test('* in any sheet', () => {
    expect(ours(refused({ 'pages/home/index.wxss': '.a > * { color: red }' }))).toEqual([
      'pages/home/index.wxss:1 selector .a > *: no sheet may say *',
    ])
  })

  test('tags, ids and attributes in what a component wears, also by import; a page may', () => {
    const sheet =
      'view { color: red }\n#one { color: red }\n.a[hidden] { color: red }\n.a:first-child { color: red }'
    expect(refused({ 'pages/home/index.wxss': sheet })).toEqual([])
    expect(refused({ 'parts/part.wxss': '@import "../worn.wxss";', 'worn.wxss': sheet })).toEqual([
      "worn.wxss:1 selector view: a component's sheet may not say the tag view",
      "worn.wxss:2 selector #one: a component's sheet may not say the id #one",
      "worn.wxss:3 selector .a[hidden]: a component's sheet may not say the attribute [hidden]",
    ])
  })

  test('steps of an animation and what rows are counted by are no tags', () => {
    const sheet =
      '@keyframes turn { from { opacity: 0 } 50% { opacity: 1 } }\n.a:nth-child(2n+1) { color: red }\n.a:nth-child(odd) { color: red }'
    expect(refused({ 'parts/part.wxss': sheet })).toEqual([])
  })

  test("what WeChat's own compiler does not read, where it runs", () => {
    const broken = refused({
      'app.wxss': '.a { color: red }',
      'pages/home/index.wxss': '.a { &.b { color: red } }',
    })
    expect(broken).toEqual(
      compilersLeftOut() ? [] : [expect.stringContaining('pages/home/index.wxss:1 wcsc: ')],
    )
  })
})

describe('files that need each other', () => {
  test('the main package cannot count on a subpackage', () => {
    expect(refused({ 'pages/home/index.js': 'var a=require("../shop/shared.js")' })).toEqual([
      'pages/home/index.js ../shop/shared.js belongs to subpackage pages/shop, which the main package cannot count on',
    ])
    expect(refused({ 'pages/home/index.js': 'require.async("../shop/shared.js")' })).toEqual([])
  })

  test('nor a subpackage on another, in no kind of file', () => {
    const other = 'belongs to subpackage pages/shop, which subpackage pages/staff cannot count on'
    expect(
      refused({
        'pages/shop/a.wxml': '',
        'pages/shop/a.wxss': '',
        'pages/shop/a.json': '{"component":true}',
        'pages/staff/index.js': "require('../shop/shared')",
        'pages/staff/index.wxml': '<import src="../shop/a.wxml" />',
        'pages/staff/index.wxss': '@import "../shop/a.wxss";',
        'pages/staff/index.json': '{"usingComponents":{"a":"../shop/a"}}',
      }),
    ).toEqual([
      `pages/staff/index.js ../shop/shared ${other}`,
      `pages/staff/index.json ../shop/a ${other}`,
      `pages/staff/index.wxml ../shop/a.wxml ${other}`,
      `pages/staff/index.wxss ../shop/a.wxss ${other}`,
    ])
  })

  test('an independent subpackage runs without the main one', () => {
    expect(refused({ 'pages/staff/index.js': 'require("../../common")' })).toEqual([
      'pages/staff/index.js ../../common belongs to the main package, and subpackage pages/staff runs without it',
    ])
  })

  test('what is named has to be there', () => {
    expect(refused({ 'pages/home/index.wxml': '<wxs module="x" src="./gone.wxs"></wxs>' })).toEqual([
      'pages/home/index.wxml ./gone.wxs is not in the package',
    ])
  })
})
