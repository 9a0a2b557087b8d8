/** A name of WeChat's that a program uses and this phone does not have is found in the sources, with its place. */
import { guardApiUse } from '../../../../local/phone'
import { implemented } from '../../../../local/phone/guards/implemented'
import { guardSources } from '../../../../tools/build/guard'
import { ROOT } from '../../../tidy/tree'
import { folderWith } from './given-package'

/** Apart from the sources below, so that nobody takes them for imports of this file. */
const FROM = "from '@tarojs"

const refused = (source: string, excused = {}): string[] =>
  guardApiUse(folderWith({ 'src/a.tsx': source }), ['src'], excused).map(
    ({ where, why }) => `${where} ${why}`,
  )

test('the mini program uses only what the phone has, or says why', () => {
  expect(guardSources(ROOT)).toEqual([])
})

test('what the phone has is read from the phone', () => {
  const phone = implemented()
  const names = [
    'scanCode',
    'cloud.callFunction',
    'getStorageSync',
    'onThemeChange',
    'getFileSystemManager().readFile',
  ]
  expect(names.filter((name) => !phone.api(name))).toEqual([])
  const absent = [
    'chooseLocation',
    'cloud.database',
    'cloud.gone',
    'onCompassChange',
    'getFileSystemManager().rename',
  ]
  expect(absent.filter((name) => phone.api(name))).toEqual([])
  expect(['view', 'map', 'made-up'].map((tag) => phone.component(tag))).toEqual([true, false, false])
})

test('calls, in whatever way they are written', () => {
  const source = `
import Weapp, { useDidShow, chooseLocation as choose } ${FROM}/taro'
const files = Weapp.getFileSystemManager()
const { startCompass } = Weapp
export const go = () => wx.navigateTo({ url: Weapp.openLocation({}) })
files.rename({})
Weapp.cloud.database()
Weapp.getStorageSync('a').whatever.comes()
`
  expect(refused(source)).toEqual([
    'src/a.tsx:2 the local phone has no chooseLocation',
    'src/a.tsx:4 the local phone has no startCompass',
    'src/a.tsx:5 the local phone has no openLocation',
    'src/a.tsx:6 the local phone has no getFileSystemManager().rename',
    'src/a.tsx:7 the local phone has no cloud.database',
  ])
})

test('built-ins that only hold a place', () => {
  expect(refused(`import { LivePlayer, ScrollView, type MapProps, View } ${FROM}/components'`)).toEqual([
    'src/a.tsx:1 the local phone has no <live-player>',
  ])
})

test('an excuse holds as long as it is needed', () => {
  expect(refused('wx.openLocation({})', { openLocation: 'shown to nobody' })).toEqual([])
  expect(refused('wx.navigateTo({})', { openLocation: 'shown to nobody' })).toEqual([
    'what is excused openLocation needs no excuse any more',
  ])
})
