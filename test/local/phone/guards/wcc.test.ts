/** WeChat's own compiler draws a page's data again: it agrees, or says where it does not; and how deep a page may go. */
import { compilersLeftOut, deepestView, depthOf, secondOpinion } from '../../../../local/phone'
import { givenPackage } from './given-package'

const HOME = 'pages/home/index'
const LIST = `
<wxs module="say">module.exports = { twice: function (text) { return text + text } }</wxs>
<view class="list {{kind}}"><text wx:for="{{rows}}" wx:key="*this">{{say.twice(item)}}</text><part /></view>`
const DATA = { kind: 'short', rows: ['a', 'b'] }
const text = (words: string) => ({ tag: 'text', classes: '', inside: [words] })
const list = (...inside: object[]) => [{ tag: 'view', classes: 'list short', inside: inside as never[] }]

const part = { tag: 'view', classes: 'part', inside: ['in it'] }

/** Where WeChat's compiler does not run, that has to be said instead. */
function says(wanted: unknown, wxml: string, data: object, tree: ReturnType<typeof list>): void {
  const leftOut = compilersLeftOut()
  const dist = givenPackage({ [`${HOME}.wxml`]: wxml, 'parts/part.wxml': '<view class="part">in it</view>' })
  const isLinux = process.platform === 'linux' && process.arch === 'x64'
  expect(leftOut ?? secondOpinion(dist).objection({ path: HOME, data, tree })).toEqual(
    isLinux ? wanted : expect.stringContaining('run on Linux'),
  )
}

test('the same data is drawn alike, with scripts, lists and components', () => {
  says(null, LIST, DATA, list(text('aa'), text('bb'), part))
})

test('a text, a class or an element that differs is named with its place', () => {
  says(
    'pages/home/index: [0] view.list.short[1] text[0]: "bc" here, "bb" there',
    LIST,
    DATA,
    list(text('aa'), text('bc'), part),
  )
  says(
    'pages/home/index: [0]: <view class="list short"> here, <view class="list long"> there',
    LIST,
    { ...DATA, kind: 'long' },
    list(text('aa'), text('bb'), part),
  )
  says(
    'pages/home/index: [0] view.list.short[2]: nothing here, <view class="part"> there',
    LIST,
    DATA,
    list(text('aa'), text('bb')),
  )
})

test('a template that calls itself is stopped, although the phone would draw it', () => {
  const wxml = `
<template name="box"><view class="box"><template is="box" data="{{...inner}}" wx:if="{{inner}}" /></view></template>
<template is="box" data="{{...outer}}" />`
  const box = (...inside: object[]) => ({ tag: 'view', classes: 'box', inside })
  says(expect.stringContaining('is being called recursively'), wxml, { outer: { inner: { inner: null } } }, [
    box(box()),
  ] as ReturnType<typeof list>)
})

test('how deep a page may go is read from its templates, and how deep it goes from what was drawn', () => {
  const base =
    '<template name="tmpl_0_1" /><template name="tmpl_14_container" /><template name="tmpl_9_container" />'
  expect(deepestView(givenPackage({ 'base.wxml': base }))).toBe(14)
  expect(deepestView(givenPackage({}))).toBe(30)
  expect(depthOf(list(text('aa'), { ...part, inside: [part] }))).toBe(3)
})
